import { houseSystems } from '@/lib/connectors/house/systems';
import { newId } from '@/lib/core/ids';
import { loadAccount } from '@/lib/db/accounts';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { Tx } from '@/lib/db/handle';
import type { Account } from '@/lib/domain/customer';
import { loadPolicies } from '@/lib/policies/load';
import { policiesDir } from '@/lib/use-cases/policies-in-force';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import type { CustomerFile } from '@/prisma/seed/files/customer-file';
import type { Systems } from '../systems';
import type { Looked, Ran, ReadingTool, Target, WritingTool } from '../tool';

/** The day on which tests of tools happen, noon UTC. */
export const NOW = new Date('2026-11-21T12:00:00Z');

export const POOLS = [
  { id: 'goodwill', title: 'Goodwill', budget: 10_000 },
  { id: 'retention', title: 'Retention', budget: 50_000 },
];

/** Read once for all customers of a test file. */
export const { pricing: PRICING } = await loadPolicies(policiesDir());

export interface HouseCustomer {
  id: string;
  account(): Promise<Account>;
  target(now?: Date): Promise<Target>;
  /** What is wrong with parameters, by member; empty where they are well formed. */
  refused(tool: WritingTool, params: unknown): string[];
  look(tool: WritingTool, params: unknown, now?: Date): Promise<Looked>;
  run(tool: WritingTool, params: unknown, key?: string, now?: Date): Promise<Ran>;
  /** Takes back what `run` answered; `look` only looks at that. */
  undoing(
    tool: WritingTool,
    ran: Ran,
  ): Promise<{ look(now?: Date): Promise<Looked>; run(now?: Date): Promise<Ran> }>;
  read(tool: ReadingTool, params: unknown): ReturnType<ReadingTool['read']>;
  /** Asks the systems of record in a transaction of its own. */
  ask<T>(question: (systems: Systems) => Promise<T>): Promise<T>;
}

/** A customer in the house's own tables, described as in customers.yaml, with tools to be held against them. */
export const houseCustomer = async (
  prisma: PrismaClient,
  file: Partial<CustomerFile> = {},
): Promise<HouseCustomer> => {
  // One month with us: no bills are made up before those that the test describes.
  const { customer } = await makeCustomer(prisma, { now: NOW, tenure_months: 1, ...file });
  const { id } = customer;
  const at = async (tx: Tx, now: Date): Promise<Target> => {
    const account = await loadAccount(tx, id);
    if (!account) throw new RangeError('the customer is gone');
    return { account, now, pricing: PRICING, pools: POOLS };
  };
  const inside = <T>(work: (systems: Systems, tx: Tx) => Promise<T>): Promise<T> =>
    prisma.$transaction((tx) => work(houseSystems(tx), tx));
  return {
    id,
    account: async () => (await at(prisma, NOW)).account,
    target: (now = NOW) => at(prisma, now),
    refused: (tool, params) =>
      tool.params
        .safeParse(params)
        .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [],
    look: (tool, params, now = NOW) =>
      inside(async (systems, tx) => tool.look(systems, await at(tx, now), tool.params.parse(params))),
    run: (tool, params, key = newId('act'), now = NOW) =>
      inside(async (systems, tx) => tool.run(systems, await at(tx, now), tool.params.parse(params), { key })),
    undoing: async ({ reversal }, ran) => {
      const undo = ran.is === 'done' ? ran.outcome.undo : null;
      if (reversal === null || undo === null) throw new RangeError('this cannot be taken back');
      const key = newId('act');
      return {
        look: (now = NOW) => inside(async (systems, tx) => reversal.look(systems, await at(tx, now), undo)),
        run: (now = NOW) =>
          inside(async (systems, tx) => reversal.run(systems, await at(tx, now), undo, { key })),
      };
    },
    read: (tool, params) =>
      inside(async (systems, tx) => tool.read(systems, await at(tx, NOW), tool.params.parse(params))),
    ask: (question) => inside(question),
  };
};
