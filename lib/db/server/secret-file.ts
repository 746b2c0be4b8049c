import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** 256 random bits that can stand in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * The secret in a file, made on first use, readable by its owner only. Two processes that make it at once
 * end up with the same one: the file appears whole, by hard link, and the later link fails.
 */
export const keptSecret = async (file: string, make: () => string): Promise<string> => {
  const draft = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  for (;;) {
    try {
      const secret = (await readFile(file, 'utf8')).trim();
      if (secret) return secret;
      await rm(file);
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
    }
    await writeFile(draft, `${make()}\n`, { mode: 0o600 });
    await link(draft, file).catch((thrown: NodeJS.ErrnoException) => {
      if (thrown.code !== 'EEXIST') throw thrown;
    });
    await rm(draft, { force: true });
  }
};
