import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type PolicyStore, policyStore, type Reload } from './store';

/** How often a folder is looked at. Looking costs a stat per file; file-system events are lost on mounted and synchronised folders. */
const EVERY_MS = 2_000;

/** Changes whenever a file of the folder is written, added or taken away. */
const stampOf = async (dir: string): Promise<string> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const stats = await Promise.all(
    files.map(async (path) => {
      const { mtimeMs, size, ino } = await stat(path);
      return `${path} ${mtimeMs} ${size} ${ino}`;
    }),
  );
  return stats.sort().join('\n');
};

interface WatchOptions {
  everyMs?: number;
  /** Called after each reload that a change of the files brought about, whether it was accepted or not. */
  onReload(reload: Reload): void;
}

/** A store that follows its folder until it is stopped. */
export interface WatchedPolicies extends PolicyStore {
  stop(): void;
}

/**
 * A store of the policies in `dir` that puts edits into force within moments, and leaves the last good set where an edit is broken.
 * The first load must succeed, otherwise PolicyError is thrown; a folder that cannot be read later changes nothing.
 */
export const watchPolicies = async (
  dir: string,
  { everyMs = EVERY_MS, onReload }: WatchOptions,
): Promise<WatchedPolicies> => {
  // Before the load: what is written while it reads is seen as a change.
  let seen = await stampOf(dir).catch(() => '');
  const store = await policyStore(dir);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const stamp = await stampOf(dir).catch(() => seen);
    if (stamp === seen || stopped) return;
    seen = stamp;
    onReload(await store.reload());
  };
  const lookLater = (): void => {
    timer = setTimeout(() => void look().finally(() => stopped || lookLater()), everyMs);
    timer.unref();
  };
  lookLater();
  return {
    ...store,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};
