import type { Detail, Progress } from '../progress';
import type { Shutdown } from '../shutdown';

/** Who can sign in to the demo organisation. */
export interface DemoAccount {
  email: string;
  name: string;
  role: string;
  password: string;
}

/** What the stages of a start share. */
export interface Launch {
  /** How it was started, as in `npm start`. */
  command: string;
  mode: 'production' | 'development';
  shutdown: Shutdown;
  /** Known once the database is open. */
  databaseUrl: string;
  /** Known once the server listens. */
  address: string;
  accounts: DemoAccount[];
  /** A key of the whole public API, to try it with; null where this installation made none. */
  publicApiKey: string | null;
}

/** One thing that must be done, in order, before Cuedesk serves. */
export interface Stage {
  title: string;
  run(launch: Launch, detail: Detail): Promise<void>;
}

/** Runs stages in order; stops between two of them when the process was asked to end, and returns false then. */
export const runStages = async (
  stages: readonly Stage[],
  launch: Launch,
  progress: Progress,
): Promise<boolean> => {
  let ending = false;
  void launch.shutdown.requested.then(() => {
    ending = true;
  });
  for (const { title, run } of stages) {
    await Promise.resolve();
    if (ending) return false;
    await progress.step(title, (detail) => run(launch, detail));
  }
  return !ending;
};
