import { constants, existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

export const PROGRAMS = ['postgres', 'initdb'] as const;

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The links between libraries that npm cannot pack, as the package lists them. */
export const symlinksOf = async (root: string) => {
  const file = join(root, 'native', 'pg-symlinks.json');
  return existsSync(file) ? symlinksSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : [];
};

/** Readable and passable for everyone, whatever umask npm ran under: the programs run as another user than ours. */
const open = async (folder: string): Promise<void> => {
  for (const path of [dirname(folder), folder]) await chmod(path, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode | 0o444);
  }
};

const fill = async (root: string, into: string): Promise<void> => {
  await mkdir(into, { recursive: true });
  await cp(join(root, 'native'), join(into, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  });
  for (const { source, target } of await symlinksOf(root)) {
    const at = join(into, target);
    if (!existsSync(at)) await symlink(relative(dirname(at), join(into, source)), at);
  }
  await open(into);
  for (const program of PROGRAMS) await chmod(join(into, 'native', 'bin', program), 0o755);
};

/**
 * A whole copy of the package's programs in `into`, made once. It is made beside its place and moved there at the end,
 * so that a start that is killed, or a full disk, leaves none half made.
 */
export const copied = async (root: string, into: string): Promise<string> => {
  if (existsSync(into)) return into;
  const draft = `${into}.${process.pid}`;
  try {
    await fill(root, draft);
    await rename(draft, into);
  } catch (thrown) {
    // Another process made it meanwhile.
    if (!existsSync(into)) throw thrown;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return into;
};
