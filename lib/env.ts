import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors';

const onOff = (name: string) =>
  z
    .enum(['on', 'off'], { error: `${name} must be on or off.` })
    .default('on')
    .transform((value) => value === 'on');
const httpUrl = (name: string) =>
  z.url({ protocol: /^https?$/, error: `${name} must be an address that starts with http:// or https://.` });

/** Every variable Cuedesk reads; `.env.example` tells people about the same ones. An empty value counts as absent. */
const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'PORT must be a whole number from 0 to 65535.')
    .default('3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'PORT must be a whole number from 0 to 65535.'),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'DATABASE_URL must look like postgres://user:password@host:5432/name.',
    })
    .optional(),
  CUEDESK_DATA: z.string().optional(),
  AUTH_SECRET: z.string().min(32, 'AUTH_SECRET must have at least 32 characters.').optional(),
  NEXTAUTH_URL: httpUrl('NEXTAUTH_URL').optional(),
  CUEDESK_ROLE: z
    .enum(['all', 'web', 'worker'], { error: 'CUEDESK_ROLE must be all, web or worker.' })
    .default('all'),
  CUEDESK_DEMO: onOff('CUEDESK_DEMO'),
  CUEDESK_SIMULATOR: onOff('CUEDESK_SIMULATOR'),
  CUEDESK_DEBUG: z
    .enum(['on', 'off'], { error: 'CUEDESK_DEBUG must be on or off.' })
    .default('off')
    .transform((value) => value === 'on'),
  OPENAI_BASE_URL: httpUrl('OPENAI_BASE_URL').optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  PLAYWRIGHT_CHROMIUM: z.string().optional(),
});

export type EnvName = keyof z.input<typeof variables>;
export type Env = z.output<typeof variables> & {
  /** The data folder, absolute: database, secrets, logs of this installation. */
  dataDir: string;
  /** The simulator plays only where the demo organisation lives. */
  simulator: boolean;
};

/**
 * The server of PostgreSQL refuses to run as root and its own user cannot enter /root,
 * so root keeps the data of each checkout in a folder of its own that anyone may pass through.
 */
const defaultDataDir = (root: string, isRoot: boolean): string =>
  isRoot
    ? join('/var/lib/cuedesk', createHash('sha256').update(root).digest('hex').slice(0, 12))
    : join(root, '.data');

/** Parses variables into settings. Throws `invalid` with one sentence per variable that is wrong. */
export const readEnv = (
  source: Record<string, string | undefined>,
  { root = process.cwd(), isRoot = process.getuid?.() === 0 } = {},
): Env => {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      message: issue.message,
    }));
    throw new AppError('invalid', problems.map(({ message }) => message).join('\n'), { problems });
  }
  const values = parsed.data;
  return {
    ...values,
    dataDir: values.CUEDESK_DATA ? resolve(root, values.CUEDESK_DATA) : defaultDataDir(root, isRoot),
    simulator: values.CUEDESK_DEMO && values.CUEDESK_SIMULATOR,
  };
};

let settings: Env | undefined;

/** The settings of this process, parsed on first use. */
export const env = (): Env => {
  settings ??= readEnv(process.env);
  return settings;
};

/** Sets variables for this process and the ones it starts: what a command found out, such as the address of its own database. */
export const provide = (
  values: Partial<Record<EnvName | 'NODE_ENV' | 'NEXT_TELEMETRY_DISABLED', string>>,
): void => {
  Object.assign(process.env, values);
  settings = undefined;
};

/** Whether this process is a script of package.json. */
export const startedByNpm = (): boolean => process.env.npm_lifecycle_event !== undefined;

/** Reads `.env` of the project, where there is one; variables that are already set win. */
export const loadEnvFile = (root: string): void => {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  settings = undefined;
};
