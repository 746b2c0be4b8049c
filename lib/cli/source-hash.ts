import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** What the build is made of. Policies, migrations and the seed are read when it runs. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'prisma/schema.prisma',
];

const isSource = (file: string): boolean =>
  !/\.test\.tsx?$/.test(file) && !file.includes('/db/generated/') && !file.startsWith('lib/cli/');

const filesUnder = async (root: string, path: string): Promise<string[]> => {
  const at = resolve(root, path);
  if (!existsSync(at)) return [];
  const entries = await readdir(at, { recursive: true, withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
};

/** SHA-256 over the names and contents of everything the build is made of. */
export const sourceHash = async (root = process.cwd()): Promise<string> => {
  const files = (await Promise.all(SOURCES.map((path) => filesUnder(root, path))))
    .flat()
    .filter(isSource)
    .sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  files.forEach((file, i) => {
    hash.update(`${file}\0${contents[i]?.length}\0`).update(contents[i] ?? '');
  });
  return hash.digest('hex');
};
