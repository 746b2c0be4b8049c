import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { messageOf } from '../core/errors';
import type { PolicyProblem } from './problem';

const LIMITS = { files: 1000, bytes: 1024 * 1024 };

/** Every `.yaml` and `.md` file of a folder as text, by its path below it, in order. Unreadable and oversized ones are problems. */
export const readFolder = async (
  dir: string,
): Promise<{ files: Map<string, string>; problems: PolicyProblem[] }> => {
  const problems: PolicyProblem[] = [];
  const files = new Map<string, string>();
  const report = (file: string, reason: string): void => void problems.push({ file, line: 1, reason });
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    report('.', `the folder ${dir} cannot be read: ${messageOf(cause)}`);
    return [];
  });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  if (paths.length > LIMITS.files) report('.', `more than ${LIMITS.files} files`);
  for (const path of paths.slice(0, LIMITS.files)) {
    if (path.endsWith('.yml')) report(path, 'policies end in .yaml');
    if (!path.endsWith('.yaml') && !path.endsWith('.md')) continue;
    try {
      const { size } = await stat(join(dir, path));
      if (size > LIMITS.bytes) report(path, `larger than ${LIMITS.bytes} bytes`);
      else files.set(path, await readFile(join(dir, path), 'utf8'));
    } catch (cause) {
      report(path, `cannot be read: ${messageOf(cause)}`);
    }
  }
  return { files, problems };
};
