import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@/lib/core/errors';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { spawnOptions } from './cluster';
import { portWasTaken, predecessorIsEnding, type Site, startFailure } from './failures';
import { commandLine, processIdentity } from './process-identity';
import { asArguments } from './settings';

/** A running server. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Resolves when the server has ended, however it ended. */
  ended: Promise<void>;
}

/** What a server writes into its folder (miscadmin.h, LOCK_FILE_LINE_*): pid, folder, start, port, sockets, address, memory key, state. */
export const readPidFile = (clusterDir: string): { pid: number; port: number; ready: boolean } | null => {
  const file = join(clusterDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const signal = (pid: number, name: NodeJS.Signals): void => {
  try {
    process.kill(pid, name);
  } catch {
    // It ended before the signal reached it.
  }
};

const waitUntilGone = async (pid: number, milliseconds: number): Promise<boolean> => {
  for (const end = Date.now() + milliseconds; Date.now() < end; await sleep(25)) {
    if (processIdentity(pid) === null) return true;
  }
  return processIdentity(pid) === null;
};

/** Fast shutdown (connections are closed, a checkpoint is written); after `patience` ms at once, which costs a recovery at the next start but no data. */
export const stopServer = async (pid: number, patience = 8_000): Promise<void> => {
  signal(pid, 'SIGINT');
  if (await waitUntilGone(pid, patience)) return;
  signal(pid, 'SIGQUIT');
  if (!(await waitUntilGone(pid, 5_000))) {
    throw new AppError('unavailable', `PostgreSQL (process ${pid}) does not stop: end it and start again.`);
  }
};

/**
 * What a killed owner left behind. Only called by the owner of the folder, so a living server there is an orphan
 * and is stopped. A pid file whose process is gone, or has become something else, is removed: PostgreSQL itself
 * refuses to start when any process of its user has that pid, which after a container restart is common.
 */
export const recover = async (clusterDir: string): Promise<void> => {
  const left = readPidFile(clusterDir);
  if (left === null || !Number.isInteger(left.pid)) return;
  if (commandLine(left.pid)?.includes(clusterDir)) await stopServer(left.pid);
  else rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
};

const launch = (
  binaries: Binaries,
  site: Site,
  account: Account,
  port: number,
  settings: Record<string, string>,
): ChildProcess => {
  const log = openSync(site.logFile, 'a', 0o600);
  try {
    return spawn(binaries.postgres, ['-D', site.clusterDir, '-p', String(port), ...asArguments(settings)], {
      ...spawnOptions(account),
      stdio: ['ignore', log, log],
      // Its own session: Ctrl-C in the terminal must reach us first, so that what is running can still be saved.
      detached: true,
    });
  } finally {
    closeSync(log);
  }
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

type Attempt = { kind: 'started'; postmaster: Postmaster } | { kind: 'failed'; log: string };

const attempt = async (
  binaries: Binaries,
  site: Site,
  account: Account,
  settings: Record<string, string>,
): Promise<Attempt> => {
  const port = await freePort();
  const logged = sizeOf(site.logFile);
  const child = launch(binaries, site, account, port, settings);
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      gone = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  child.unref();
  while (!gone) {
    const state = readPidFile(site.clusterDir);
    if (state?.ready && state.pid === child.pid)
      return { kind: 'started', postmaster: { pid: state.pid, port, ended } };
    await sleep(10);
  }
  return { kind: 'failed', log: readFileSync(site.logFile, 'utf8').slice(logged) };
};

/** Starts the server of a cluster on a free loopback port and waits until it accepts connections; recovery after a crash may take its time. */
export const startServer = async (
  binaries: Binaries,
  site: Site,
  account: Account,
  settings: Record<string, string>,
): Promise<Postmaster> => {
  for (let tries = 1; ; tries++) {
    const outcome = await attempt(binaries, site, account, settings);
    if (outcome.kind === 'started') {
      const { postmaster } = outcome;
      // Whatever ends us without our stopping it, short of SIGKILL, still takes the server along.
      const last = () => signal(postmaster.pid, 'SIGINT');
      process.once('exit', last);
      void postmaster.ended.then(() => process.off('exit', last));
      return postmaster;
    }
    const passing = portWasTaken(outcome.log) || predecessorIsEnding(outcome.log);
    if (!passing || tries === 20) throw startFailure(outcome.log, site);
    await sleep(250);
  }
};
