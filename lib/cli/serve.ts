import { assertUnowned } from '@/lib/db/server/embedded';
import { env } from '@/lib/env';
import { assertPortFree } from './port';
import { type Progress, progressOn } from './progress';
import { createShutdown } from './shutdown';
import { buildStage } from './stages/build';
import { cancelRiskStage } from './stages/cancel-risk';
import { clientStage } from './stages/client';
import { databaseStage } from './stages/database';
import { demoStage } from './stages/demo';
import { migrationsStage } from './stages/migrations';
import { simulatorStage } from './stages/simulator';
import { type Launch, runStages, type Stage } from './stages/stage';
import { webStage } from './stages/web';
import { workerStage } from './stages/worker';

type Role = 'all' | 'web' | 'worker';

/** What a start goes through, in order: which roles need it, and when. */
const STAGES: readonly { stage: Stage; roles: readonly Role[]; when?: (mode: Launch['mode']) => boolean }[] =
  [
    { stage: clientStage, roles: ['all', 'web', 'worker'] },
    { stage: databaseStage, roles: ['all', 'web', 'worker'] },
    { stage: migrationsStage, roles: ['all', 'web', 'worker'] },
    { stage: demoStage, roles: ['all', 'web', 'worker'], when: () => env().CUEDESK_DEMO },
    { stage: cancelRiskStage, roles: ['all', 'web', 'worker'], when: () => env().CUEDESK_DEMO },
    { stage: buildStage, roles: ['all', 'web'], when: (mode) => mode === 'production' },
    { stage: webStage, roles: ['all', 'web'] },
    { stage: workerStage, roles: ['all', 'worker'] },
    { stage: simulatorStage, roles: ['all'], when: () => env().simulator },
  ];

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Where it is and who can sign in. Passwords only where nobody else can have asked for the page. */
const welcome = ({ address, accounts, publicApiKey }: Launch): string => {
  const lines = address ? ['', `Cuedesk is ready at ${address}`] : ['', 'The worker is ready.'];
  if (address && accounts.length > 0) {
    const loopback = LOOPBACK.has(env().HOST);
    const width = Math.max(...accounts.map(({ email }) => email.length));
    lines.push(
      '',
      `Who can sign in to the demo organisation${loopback ? '' : ' (passwords are in the data folder)'}:`,
    );
    for (const { email, name, role, password } of accounts) {
      lines.push(`  ${role.padEnd(5)}  ${email.padEnd(width)}  ${loopback ? `${password}  ` : ''}${name}`);
    }
  }
  if (address) lines.push('', `The API is described at ${address}/docs/api`);
  if (address && publicApiKey !== null)
    lines.push(`  key  ${LOOPBACK.has(env().HOST) ? publicApiKey : 'in the data folder, public-api-key'}`);
  return [...lines, '', 'Ctrl-C stops it.', ''].join('\n');
};

/** Prepares and runs this process until it is told to end; resolves with the exit code. */
export const serve = async (
  { command, mode, role }: { command: string; mode: Launch['mode']; role: Role },
  progress: Progress = progressOn(process.stdout),
): Promise<number> => {
  const shutdown = createShutdown((line) => process.stdout.write(`${line}\n`));
  const launch: Launch = {
    command,
    mode,
    shutdown,
    databaseUrl: '',
    address: '',
    accounts: [],
    publicApiKey: null,
  };
  try {
    const { DATABASE_URL, HOST, PORT, dataDir } = env();
    // Before the port: when both are taken it is by the same process, and this names it.
    if (!DATABASE_URL) assertUnowned(dataDir);
    if (role !== 'worker') await assertPortFree(HOST, PORT);
    const stages = STAGES.filter(({ roles, when }) => roles.includes(role) && (when?.(mode) ?? true));
    const work = runStages(
      stages.map(({ stage }) => stage),
      launch,
      progress,
    );
    // Ctrl-C while a stage works ends the start; what the stage then complains about is of no interest.
    const ready = await Promise.race([work, shutdown.requested.then(() => false)]);
    work.catch(() => undefined);
    if (ready) process.stdout.write(welcome(launch));
    return await shutdown.requested;
  } finally {
    await shutdown.stop();
  }
};
