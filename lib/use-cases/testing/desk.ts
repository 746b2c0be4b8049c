import type { ModelPorts } from '@/lib/assist/ports';
import { type LiteralModels, literalKnowledge, literalModels } from '@/lib/assist/testing/literal-models';
import { type TestDatabase, testDatabase } from '@/lib/db/testing';
import { createSession } from '@/lib/db/users';
import type { Role, UserActor } from '@/lib/domain/user';
import { provide } from '@/lib/env';
import type { JobQueue } from '@/lib/jobs/queue';
import { createLibrary } from '@/lib/knowledge/library';
import type { PolicySet } from '@/lib/policies/policy-set';
import { policyStore } from '@/lib/policies/store';
import { makeUser } from '@/prisma/seed/builders/user';
import type { TeamId } from '@/prisma/seed/people';
import { provideAssistant } from '../assistant';
import { policiesDir } from '../policies-in-force';
import { processRun } from '../process-run';
import { provideServices } from '../services';

/** A clock that a test moves. It begins now, because the database's own clock cannot be moved. */
export interface TestClock {
  now(): Date;
  advance(ms: number): void;
}

const testClock = (): TestClock => {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance: (ms) => {
      offset += ms;
    },
  };
};

/** A queue that forgets: which runs wait is asked of the database, which also knows what was rolled back. */
const noQueue: JobQueue = {
  enqueue: async () => undefined,
  work: () => () => undefined,
  nightly: async () => undefined,
  stop: async () => undefined,
};

export interface Desk {
  database: TestDatabase;
  prisma: TestDatabase['prisma'];
  clock: TestClock;
  policies: PolicySet;
  /** Who is signed in, with a session of their own. */
  signIn(role?: Role, teamId?: TeamId, name?: string): Promise<UserActor>;
  /** Has every cue made by this engine from now on. */
  answerWith(models: ModelPorts): void;
  /** Resolves when a statement waits for a lock that another holds. */
  blocked(): Promise<void>;
  /** Works off every run that waits, the oldest first. Returns their ids. */
  workOff(): Promise<string[]>;
}

/** The product on a database of its own, with the policies that are shipped, a literal engine and an empty shelf. */
export const testDesk = async ({
  jobs = noQueue,
  models = literalModels(),
}: {
  jobs?: JobQueue;
  models?: LiteralModels;
} = {}): Promise<Desk> => {
  const database = await testDatabase();
  const { prisma, url } = database;
  provide({ DATABASE_URL: url, AUTH_SECRET: 'a secret that only this test run has' });
  const clock = testClock();
  const store = await policyStore(policiesDir());
  const policies = store.current();
  provideServices({ db: prisma, jobs, policies: store, clock });
  const library = {
    ...createLibrary({ articles: [], policy: policies.knowledge, clock }),
    ...literalKnowledge(),
  };
  const answerWith = (given: ModelPorts) =>
    provideAssistant({
      policies,
      modelsFor: () => given,
      guessIntents: () => [{ id: 'billing.bill-explanation', confidence: 0.5 }],
      local: literalModels(),
      library,
      version: { id: 'literal', parts: { engine: 'literal' } },
    });
  answerWith(models);

  const signIn: Desk['signIn'] = async (role = 'rep', teamId = 'care', name = `${role} of ${teamId}`) => {
    const user = await makeUser(prisma, { role, teamId, name });
    const sessionId = await createSession(
      prisma,
      user.id,
      clock.now(),
      new Date(clock.now().getTime() + 3_600_000),
    );
    return { kind: 'user', id: user.id, name, role, teamId, sessionId };
  };
  const workOff = async () => {
    const waiting = await prisma.run.findMany({
      where: { state: 'queued' },
      orderBy: { acceptedAt: 'asc' },
      select: { id: true },
    });
    for (const { id } of waiting) await processRun(id, new AbortController().signal);
    return waiting.map(({ id }) => id);
  };
  const blocked = async () => {
    for (;;) {
      const { rowCount } = await database.pool.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      if (rowCount) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return { blocked, database, prisma, clock, policies, signIn, answerWith, workOff };
};
