import { join } from 'node:path';
import { checkReachable } from '@/lib/db/reachable';
import { type EmbeddedDatabase, openEmbedded } from '@/lib/db/server/embedded';
import { keptSecret, newSecret } from '@/lib/db/server/secret-file';
import { env, provide } from '@/lib/env';

interface Options {
  command: string;
  /** What to do when another process runs the database of this data folder. */
  whenOwned: 'attach' | 'refuse';
  progress?: (line: string) => void;
}

const external = async (url: string): Promise<EmbeddedDatabase> => {
  await checkReachable(url);
  return { url, owned: false, ended: new Promise(() => undefined), stop: async () => undefined };
};

/**
 * The database of this installation: the one at DATABASE_URL, or our own in the data folder. From here on
 * DATABASE_URL and AUTH_SECRET are set for everything in this process.
 */
export const openDatabaseServer = async (options: Options): Promise<EmbeddedDatabase> => {
  const { DATABASE_URL, AUTH_SECRET, dataDir } = env();
  const server = DATABASE_URL ? await external(DATABASE_URL) : await openEmbedded(dataDir, options);
  provide({
    DATABASE_URL: server.url,
    AUTH_SECRET: AUTH_SECRET ?? (await keptSecret(join(dataDir, 'auth-secret'), newSecret)),
  });
  return server;
};
