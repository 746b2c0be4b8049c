import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAccount } from './account';
import { findBinaries } from './binaries';
import { ensureCluster, SUPERUSER } from './cluster';
import { prepareFolders } from './folders';
import { readPidFile, startServer, stopServer } from './postmaster';
import { commandLine } from './process-identity';
import { keptSecret, newSecret } from './secret-file';
import { SCRATCH_SETTINGS } from './settings';

const PREFIX = 'cuedesk-scratch-';

/** A server that lives as long as a test run and keeps nothing. */
export interface ScratchServer {
  /** Superuser's address of a database on it. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** Folders of runs that were killed, whose process (named in the folder) is gone. Their servers are stopped by the same sign. */
const sweep = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : 0;
    if (!pid || commandLine(pid)) continue;
    const folder = join(tmpdir(), name);
    const left = readPidFile(join(folder, 'cluster'));
    if (left && commandLine(left.pid)?.includes(folder)) await stopServer(left.pid, 0);
    await rm(folder, { recursive: true, force: true });
  }
};

/** A cluster that was never started, made once per version of PostgreSQL, from which every run takes a copy: 0.1 s instead of 1 s. */
const pristine = async (cacheDir: string) => {
  const account = serverAccount(cacheDir);
  await prepareFolders(cacheDir, account);
  const binaries = await findBinaries(join(cacheDir, 'engine'), account);
  const password = await keptSecret(join(cacheDir, 'password'), newSecret);
  const site = { clusterDir: join(cacheDir, 'postgres', binaries.version), logFile: '' };
  await ensureCluster(binaries, site, account, password, { durable: false });
  return { account, binaries, password, clusterDir: site.clusterDir };
};

const chownAll = async (folder: string, uid: number, gid: number): Promise<void> => {
  await chown(folder, uid, gid);
  for (const name of await readdir(folder, { recursive: true })) await chown(join(folder, name), uid, gid);
};

/** Starts a throwaway server of its own in the system's temporary folder; several may run at once. */
export const startScratchServer = async (cacheDir: string): Promise<ScratchServer> => {
  await sweep();
  const { account, binaries, password, clusterDir } = await pristine(cacheDir);
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const site = { clusterDir: join(folder, 'cluster'), logFile: join(folder, 'postgres.log') };
  if (account) await chmod(folder, 0o711);
  await mkdir(site.clusterDir, { mode: 0o700 });
  await cp(clusterDir, site.clusterDir, { recursive: true });
  await chmod(site.clusterDir, 0o700);
  if (account) await chownAll(site.clusterDir, account.uid, account.gid);
  const server = await startServer(binaries, site, account, SCRATCH_SETTINGS);
  return {
    url: (database) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${database}`,
    stop: async () => {
      await stopServer(server.pid, 2_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
