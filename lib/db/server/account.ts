import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The operating-system account that runs PostgreSQL; null is the one that runs us. */
export type Account = { name: string; uid: number; gid: number } | null;

const fromPasswd = (match: (fields: string[]) => boolean): Account => {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const fields = line.split(':');
    if (fields.length >= 4 && match(fields)) {
      return { name: fields[0] ?? '', uid: Number(fields[2]), gid: Number(fields[3]) };
    }
  }
  return null;
};

const named = (name: string): Account => fromPasswd((fields) => fields[0] === name);

const created = (name: string): Account => {
  const made = spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  return made.status === 0 ? named(name) : null;
};

const ownerOf = (folder: string): Account => {
  const { uid, gid } = statSync(folder, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  return uid === 0
    ? null
    : (fromPasswd((fields) => Number(fields[2]) === uid) ?? { name: String(uid), uid, gid });
};

/**
 * Whom PostgreSQL, which refuses to run as root, runs as: ourselves unless we are root; then the owner of an
 * existing cluster, the user `postgres`, one we create under that name, or as a last resort `nobody`.
 */
export const serverAccount = (clusterDir: string): Account => {
  if (process.getuid?.() !== 0) return null;
  return (
    ownerOf(clusterDir) ??
    named('postgres') ??
    created('postgres') ??
    named('nobody') ?? { name: 'nobody', uid: 65_534, gid: 65_534 }
  );
};

/** The first folder on the way to `path` that the account may not pass through, or null when the way is open. */
export const closedFolder = (path: string, account: Account): string | null => {
  if (account === null) return null;
  for (let folder = path; ; folder = dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    const bit = stat?.uid === account.uid ? 0o100 : stat?.gid === account.gid ? 0o010 : 0o001;
    if (stat?.isDirectory() && (stat.mode & bit) === 0) return folder;
    if (dirname(folder) === folder) return null;
  }
};
