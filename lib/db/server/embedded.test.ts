import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assertUnowned, openEmbedded } from './embedded';
import { readPidFile } from './postmaster';
import { processIdentity } from './process-identity';

let dataDir = '';
const children: ChildProcess[] = [];
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cuedesk-embedded-'));
});

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => ended(child, 'SIGTERM')));
  for (const stop of stops.splice(0)) await stop();
  await rm(dataDir, { recursive: true, force: true });
});

const open = async (whenOwned: 'attach' | 'refuse' = 'refuse') => {
  const server = await openEmbedded(dataDir, { command: 'npm test', whenOwned });
  stops.push(server.stop);
  return server;
};

const ask = async <T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Another process that owns the folder; resolves when its server runs. */
const other = async (): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/db/server/testing-owner.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the other process ended')));
  });
  return child;
};

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
};

const clusterDir = async (): Promise<string> => {
  const [major = ''] = await readdir(join(dataDir, 'postgres'));
  return join(dataDir, 'postgres', major);
};

describe('the embedded database', () => {
  test('is UTF-8, on loopback only, durable, and not a superuser for the application', async () => {
    const { url } = await open();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    const [row] = await ask(
      url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('listen_addresses') AS listens,
              current_setting('synchronous_commit') AS commits, current_setting('fsync') AS syncs,
              current_setting('is_superuser') AS super, current_setting('TimeZone') AS zone,
              (SELECT datcollate FROM pg_database WHERE datname = current_database()) AS collation`,
    );
    expect(row).toEqual({
      encoding: 'UTF8',
      listens: '127.0.0.1',
      commits: 'on',
      syncs: 'on',
      super: 'off',
      zone: 'UTC',
      collation: 'C.UTF-8',
    });
  });

  test('wants its password, which only its owner can read', async () => {
    const { url } = await open();
    await expect(ask(url.replace(/:[^:@/]+@/, ':guess@'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    });
    expect(statSync(join(dataDir, 'database-password')).mode & 0o777).toBe(0o600);
  });

  test('keeps what was written when it is stopped and started again', async () => {
    const first = await open();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(readPidFile(await clusterDir())).toBeNull();
    const second = await open();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('is made anew when making it was interrupted', async () => {
    const first = await open();
    await first.stop();
    const cluster = await clusterDir();
    await rm(join(cluster, 'PG_VERSION'));
    await rm(cluster, { recursive: true });
    writeFileSync(`${cluster}.draft`, 'half');
    expect(await ask((await open()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('a data folder', () => {
  test('has one owner: the second process is told which one', async () => {
    const owner = await other();
    await expect(open()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(new RegExp(`the other one.*process ${owner.pid}`)),
    });
    expect(() => assertUnowned(dataDir)).toThrow(String(owner.pid));
  });

  test('lets a second process use the server when it only wants that', async () => {
    await other();
    const guest = await open('attach');
    expect(guest.owned).toBe(false);
    expect(await ask(guest.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await guest.stop();
    expect(await ask(guest.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('is taken over from an owner that was killed, whose server is stopped and whose rows are there', async () => {
    const owner = await other();
    const guest = await open('attach');
    await ask(guest.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const orphan = readPidFile(await clusterDir())?.pid ?? 0;
    await ended(owner, 'SIGKILL');
    expect(processIdentity(orphan)).not.toBeNull();
    const next = await open();
    expect(processIdentity(orphan)).toBeNull();
    expect(await ask(next.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('is taken over when owner and server were killed and their pids now belong to others', async () => {
    const owner = await other();
    const cluster = await clusterDir();
    await ended(owner, 'SIGKILL');
    const server = readPidFile(cluster);
    process.kill(server?.pid ?? 0, 'SIGKILL');
    const pidFile = join(cluster, 'postmaster.pid');
    writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(/^\d+/, String(process.ppid)));
    const lock = JSON.parse(readFileSync(join(dataDir, 'owner.json'), 'utf8'));
    writeFileSync(join(dataDir, 'owner.json'), JSON.stringify({ ...lock, pid: process.ppid }));
    expect(await ask((await open()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('goes to one of two processes that want it at the same moment', async () => {
    const outcomes = await Promise.allSettled([open(), open()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('of another version of PostgreSQL is refused in a sentence', async () => {
    const first = await open();
    await first.stop();
    const file = join(await clusterDir(), 'PG_VERSION');
    chmodSync(file, 0o666);
    writeFileSync(file, '12\n');
    await expect(open()).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('another version of PostgreSQL'),
    });
    expect(existsSync(join(dataDir, 'owner.json'))).toBe(false);
  });
});
