import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelCache } from './intent-model';

/** A folder that keeps trained models between starts, one file a key. What cannot be read or written is trained again. */
export const modelFolder = (folder: string): ModelCache => {
  const fileOf = (key: string): string => join(folder, `${key.slice(0, 32)}.model`);
  return {
    read: (key) => {
      try {
        return readFileSync(fileOf(key));
      } catch {
        return null;
      }
    },
    write: (key, model) => {
      try {
        mkdirSync(folder, { recursive: true });
        // Renaming is atomic: another process that starts now reads a whole file or none.
        const half = `${fileOf(key)}.${process.pid}`;
        writeFileSync(half, model);
        renameSync(half, fileOf(key));
      } catch {
        // A full or read-only disk costs a second at the next start and nothing else.
      }
    },
  };
};
