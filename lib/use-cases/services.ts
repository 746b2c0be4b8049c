import { type Clock, systemClock } from '@/lib/core/clock';
import { type Database, database } from '@/lib/db/client';
import { env } from '@/lib/env';
import { type JobQueue, openQueue } from '@/lib/jobs/queue';
import type { PolicyStore } from '@/lib/policies/store';
import { log } from '@/lib/telemetry/log';
import { openPolicies } from './policies-in-force';

/** What use cases reach the world through. One per process; tests give their own. */
export interface Services {
  db: Database['prisma'];
  jobs: JobQueue;
  policies: PolicyStore;
  clock: Clock;
}

/** Next bundles a module more than once into one process: a name that all copies share keeps it one. */
const KEY = Symbol.for('cuedesk.services');
const shared = globalThis as { [KEY]?: Promise<Services> };

const open = async (): Promise<Services> => {
  const { DATABASE_URL } = env();
  const db = database().prisma;
  const [policies, jobs] = await Promise.all([
    openPolicies(),
    openQueue(DATABASE_URL ?? '', 'enqueue', (error) => log.error({ err: error }, 'job queue')),
  ]);
  return { db, jobs, policies, clock: systemClock };
};

/** The services of this process, opened on first use; an opening that failed is tried again by the next caller. */
export const services = (): Promise<Services> => {
  shared[KEY] ??= open().catch((thrown: unknown) => {
    delete shared[KEY];
    throw thrown;
  });
  return shared[KEY];
};

/** Puts services in place: the worker's, or a test's. */
export const provideServices = (given: Services): void => {
  shared[KEY] = Promise.resolve(given);
};
