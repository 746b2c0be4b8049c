import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: [
      'lib/**/*.test.{ts,tsx}',
      'components/**/*.test.{ts,tsx}',
      'app/**/*.test.{ts,tsx}',
      'prisma/seed/**/*.test.ts',
      'policies/**/*.test.ts',
    ],
    globalSetup: ['lib/db/testing-server.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // A test that is left out, or a lone one that keeps the others out, is not a passing run.
    allowOnly: false,
    passWithNoTests: false,
  },
});
