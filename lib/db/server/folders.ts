import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { type Account, closedFolder } from './account';

/** Makes a folder and the missing ones above it, with this mode whatever the process's umask is. */
const make = async (folder: string, mode: number): Promise<void> => {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let path = folder; path.startsWith(first); path = dirname(path)) await chmod(path, mode);
};

/**
 * The folders of an installation, closed to other users. When PostgreSQL runs as a user of its own (we are root),
 * that user may pass through them without listing them; only the cluster inside belongs to it.
 */
export const prepareFolders = async (dataDir: string, account: Account): Promise<void> => {
  const mode = account ? 0o711 : 0o700;
  const inner = join(dataDir, 'postgres');
  await make(inner, mode);
  if (account) for (const path of [dataDir, inner]) await chmod(path, mode);
  const closed = closedFolder(inner, account);
  if (!closed) return;
  throw new AppError(
    'invalid',
    `PostgreSQL runs as user ${account?.name}, who may not enter ${closed}: set CUEDESK_DATA to a folder outside it.`,
  );
};
