import { statSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '@/lib/core/errors';
import { type Account, serverAccount } from './account';
import { type Binaries, findBinaries } from './binaries';
import { ensureCluster, SUPERUSER } from './cluster';
import type { Site } from './failures';
import { prepareFolders } from './folders';
import { claim, livingOwner, type Owner } from './owner-lock';
import { readPidFile, recover, startServer, stopServer } from './postmaster';
import { keptSecret, newSecret } from './secret-file';
import { SERVER_SETTINGS } from './settings';

const NAME = 'cuedesk';
const LOG_LIMIT = 5_000_000;

/** A database the application can use: our own, or the one another process of the same data folder runs. */
export interface EmbeddedDatabase {
  url: string;
  /** False when another process owns the server: then `stop` leaves it running. */
  owned: boolean;
  /** Resolves when the server has ended, wanted or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

interface Options {
  /** What this process is, for the message another one gets, as in `npm start`. */
  command: string;
  /** What to do when another process owns the folder: use its server, or say who it is and fail. */
  whenOwned?: 'attach' | 'refuse';
  progress?: (line: string) => void;
}

const url = (user: string, password: string, port: number, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

const locked = (dataDir: string, owner: Owner): AppError =>
  new AppError(
    'conflict',
    `${dataDir} is in use by \`${owner.command}\` (process ${owner.pid}): stop that one first, or set CUEDESK_DATA to another folder.`,
  );

/** The application's own role and database; made in a way that can be repeated after a crash between the two. */
const ensureDatabase = async (superUrl: string, password: string): Promise<void> => {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ done: boolean }>(
      'SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1) AS done',
      [NAME],
    );
    if (rows[0]?.done) return;
    await client.query(
      `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${NAME}') THEN CREATE ROLE ${NAME} LOGIN CREATEDB; END IF; END $$`,
    );
    await client.query(`ALTER ROLE ${NAME} PASSWORD ${client.escapeLiteral(password)}`);
    await client.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`);
  } finally {
    await client.end();
  }
};

const siteOf = (dataDir: string, major: string): Site => ({
  clusterDir: join(dataDir, 'postgres', major),
  logFile: join(dataDir, 'postgres.log'),
});

const passwordFile = (dataDir: string): string => join(dataDir, 'database-password');
const lockFile = (dataDir: string): string => join(dataDir, 'owner.json');

/** Throws `conflict` when another living process owns the data folder. */
export const assertUnowned = (dataDir: string): void => {
  const owner = livingOwner(lockFile(dataDir));
  if (owner) throw locked(dataDir, owner);
};

/** The owner's server, which may still be starting. */
const attach = async (dataDir: string, owner: Owner, { clusterDir }: Site): Promise<EmbeddedDatabase> => {
  for (
    const end = Date.now() + 30_000;
    Date.now() < end && livingOwner(lockFile(dataDir));
    await sleep(100)
  ) {
    const server = readPidFile(clusterDir);
    if (!server?.ready) continue;
    const password = await keptSecret(passwordFile(dataDir), newSecret);
    return {
      url: url(NAME, password, server.port, NAME),
      owned: false,
      ended: new Promise(() => undefined),
      stop: async () => undefined,
    };
  }
  throw locked(dataDir, owner);
};

const start = async (
  dataDir: string,
  binaries: Binaries,
  account: Account,
  progress: (line: string) => void,
) => {
  const site = siteOf(dataDir, binaries.major);
  const password = await keptSecret(passwordFile(dataDir), newSecret);
  await recover(site.clusterDir);
  if ((statSync(site.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    await truncate(site.logFile);
  progress('making the database');
  await ensureCluster(binaries, site, account, password);
  progress('starting PostgreSQL');
  const server = await startServer(binaries, site, account, SERVER_SETTINGS);
  try {
    await ensureDatabase(url(SUPERUSER, password, server.port, 'postgres'), password);
  } catch (thrown) {
    await stopServer(server.pid);
    throw thrown;
  }
  return { server, url: url(NAME, password, server.port, NAME) };
};

/**
 * Opens the database in a data folder: PostgreSQL on loopback and a free port, made on first use.
 * One process owns the folder at a time. Throws `conflict` naming the owner, `invalid` or `unavailable`
 * with a sentence for everything else that is known to go wrong.
 */
export const openEmbedded = async (dataDir: string, options: Options): Promise<EmbeddedDatabase> => {
  const { command, whenOwned = 'refuse', progress = () => undefined } = options;
  const account = serverAccount(join(dataDir, 'postgres'));
  await prepareFolders(dataDir, account);
  const claimed = await claim(lockFile(dataDir), command);
  if (claimed.kind === 'taken') {
    if (whenOwned === 'refuse') throw locked(dataDir, claimed.owner);
    const { major } = await findBinaries(join(dataDir, 'engine'), account);
    return attach(dataDir, claimed.owner, siteOf(dataDir, major));
  }
  try {
    progress('unpacking PostgreSQL');
    const binaries = await findBinaries(join(dataDir, 'engine'), account);
    const { server, url } = await start(dataDir, binaries, account, progress);
    const stop = async () => {
      await stopServer(server.pid);
      claimed.ownership.release();
    };
    return { url, owned: true, ended: server.ended, stop };
  } catch (thrown) {
    claimed.ownership.release();
    throw thrown;
  }
};
