import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { AppError } from '@/lib/core/errors';

const OUTPUT = resolve('lib/db/generated');
const STAMP = join(OUTPUT, '.schema-hash');

/** What the generated client depends on: the schema and the generator's version. */
const wanted = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of ['prisma/schema.prisma', 'node_modules/prisma/package.json'])
    hash.update(await readFile(file));
  return hash.digest('hex');
};

const made = async (): Promise<string> => (existsSync(STAMP) ? (await readFile(STAMP, 'utf8')).trim() : '');

const generate = (): Promise<string | null> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        NODE_ENV: 'production',
        PATH: '/usr/local/bin:/usr/bin:/bin',
        // `generate` insists on knowing an engine it does not run; without this it would download one.
        PRISMA_SCHEMA_ENGINE_BINARY:
          ['/bin/true', '/usr/bin/true'].find((path) => existsSync(path)) ?? process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        NO_COLOR: '1',
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done(code === 0 ? null : output.trim()));
  });

/** Generates the Prisma client into lib/db/generated when it is missing or older than the schema. Returns whether it did. Milliseconds otherwise. */
export const ensureClient = async (): Promise<boolean> => {
  const hash = await wanted();
  if ((await made()) === hash) return false;
  const failure = await generate();
  if (failure !== null)
    throw new AppError(
      'internal',
      `The database client could not be generated from prisma/schema.prisma: ${failure}`,
    );
  await writeFile(STAMP, hash);
  return true;
};
