import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { processIdentity } from './process-identity';

const ownerSchema = z.object({ pid: z.int(), identity: z.string(), command: z.string(), token: z.string() });

/** The process that holds a data folder. */
export type Owner = z.infer<typeof ownerSchema>;

export interface Ownership {
  release(): void;
}

export type Claim = { kind: 'owned'; ownership: Ownership } | { kind: 'taken'; owner: Owner };

const read = (file: string): Owner | null => {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

const lives = (owner: Owner | null): owner is Owner =>
  owner !== null && processIdentity(owner.pid) === owner.identity;

/** The living owner that a lock file names, or null. */
export const livingOwner = (file: string): Owner | null => {
  const owner = read(file);
  return lives(owner) ? owner : null;
};

/**
 * Moves a dead owner's lock aside. Between reading it and moving it another process may have taken over;
 * then what was moved is alive and goes back where it was.
 */
const clearStale = async (file: string): Promise<void> => {
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if (lives(read(aside))) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
};

/**
 * Claims the lock file for this process. Creation is by hard link, which either makes the whole file or fails,
 * so nobody ever reads half a lock. A lock whose process has died, however it died, is taken over.
 */
export const claim = async (file: string, command: string): Promise<Claim> => {
  const token = randomUUID();
  const own: Owner = { pid: process.pid, identity: processIdentity(process.pid) ?? '', command, token };
  const draft = `${file}.${token}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      try {
        await link(draft, file);
        break;
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
      }
      const owner = livingOwner(file);
      if (owner) return { kind: 'taken', owner };
      await clearStale(file);
    }
  } finally {
    await rm(draft, { force: true });
  }
  const release = () => {
    process.off('exit', release);
    if (read(file)?.token === token) rmSync(file, { force: true });
  };
  process.on('exit', release);
  return { kind: 'owned', ownership: { release } };
};
