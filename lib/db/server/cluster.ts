import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Account } from './account';
import type { Binaries } from './binaries';
import { type Site, startFailure } from './failures';

/** The superuser of a cluster; the application signs in as a role with fewer rights. */
export const SUPERUSER = 'postgres';

/** What a program of PostgreSQL is started with: nothing of our environment, so that no locale or PG* variable changes what it does. */
export const spawnOptions = (account: Account) => ({
  env: { NODE_ENV: 'production' as const, PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
  cwd: '/',
  ...(account && { uid: account.uid, gid: account.gid }),
});

const run = (
  program: string,
  args: string[],
  account: Account,
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...spawnOptions(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });

/**
 * Makes the cluster unless it is there. It is made beside its place and moved there when whole,
 * so a start that was killed half way through, or a full disk, leaves nothing that looks like a database.
 */
export const ensureCluster = async (
  binaries: Binaries,
  site: Site,
  account: Account,
  password: string,
  { durable = true } = {},
): Promise<void> => {
  if (existsSync(join(site.clusterDir, 'PG_VERSION'))) return;
  const draft = `${site.clusterDir}.draft`;
  const passwordFile = join(dirname(site.clusterDir), '.initial-password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  try {
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);
    const { code, output } = await run(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--locale=C.UTF-8',
        '--encoding=UTF8',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      account,
    );
    if (code !== 0) throw startFailure(output, site);
    await rename(draft, site.clusterDir);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
};
