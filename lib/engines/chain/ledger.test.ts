import { expect, test } from 'vitest';
import type { BudgetPort, Spending } from './budget';
import { createLedger } from './ledger';

const DAY = '2026-11-20';
const organisation = { of: 'organisation', day: DAY } as const;
const line = (costMicros: number | null, userId: string | null = null): Spending => ({
  day: DAY,
  userId,
  engine: 'openai:m',
  tokensIn: 10,
  tokensOut: 1,
  costMicros,
});

/** Books on paper: every process has its own ledger over the same ones. */
const books = () => {
  const totals = new Map<string, number>();
  const lines: Spending[] = [];
  let reads = 0;
  let away = false;
  const port: BudgetPort = {
    spent: async (scope) => {
      reads += 1;
      if (away) throw new Error('no database');
      return scope.day === DAY ? (totals.get(scope.of === 'user' ? scope.id : 'organisation') ?? 0) : 0;
    },
    record: async (written) => {
      await Promise.resolve();
      if (away) throw new Error('no database');
      lines.push(written);
      for (const key of ['organisation', ...(written.userId === null ? [] : [written.userId])])
        totals.set(key, (totals.get(key) ?? 0) + (written.costMicros ?? 0));
    },
  };
  return {
    port,
    lines,
    totals,
    reads: () => reads,
    goAway: (is: boolean) => {
      away = is;
    },
  };
};

test('what this process spends counts at once, and is written with few lines', async () => {
  const { port, lines, totals, reads } = books();
  const ledger = createLedger(port, () => 0);
  await ledger.spent(organisation);
  const written = Array.from({ length: 100 }, () => ledger.record(line(7)));
  expect(await ledger.spent(organisation)).toBe(700);
  await Promise.all(written);
  expect(await ledger.spent(organisation)).toBe(700);
  expect(totals.get('organisation')).toBe(700);
  expect(lines.length).toBeLessThan(5);
  expect(lines.reduce((sum, { tokensIn }) => sum + tokensIn, 0)).toBe(1_000);
  expect(reads()).toBe(1);
});

test('what other processes spend is seen a second later, and nothing is counted twice', async () => {
  const { port, reads } = books();
  let now = 0;
  const [ours, theirs] = [createLedger(port, () => now), createLedger(port, () => now)];
  await ours.spent(organisation);
  await Promise.all([ours.record(line(5)), theirs.record(line(3))]);
  expect(await ours.spent(organisation)).toBe(5);
  now = 1_500;
  await ours.spent(organisation);
  await Promise.resolve();
  expect(await ours.spent(organisation)).toBe(8);
  expect(reads()).toBe(2);
  now = 9_000;
  expect(await ours.spent(organisation)).toBe(8);
});

test('a user has an account beside the organisation', async () => {
  const ledger = createLedger(books().port, () => 0);
  await Promise.all([ledger.record(line(5, 'usr_1')), ledger.record(line(2, 'usr_2'))]);
  expect(await ledger.spent({ of: 'user', id: 'usr_1', day: DAY })).toBe(5);
  expect(await ledger.spent(organisation)).toBe(7);
  expect(await ledger.spent({ of: 'organisation', day: '2026-11-21' })).toBe(0);
});

test('a line that failed counts all the same, and goes out with the next', async () => {
  const { port, totals, goAway } = books();
  const ledger = createLedger(port, () => 0);
  await ledger.spent(organisation);
  goAway(true);
  await expect(ledger.record(line(5))).rejects.toThrow('no database');
  expect(await ledger.spent(organisation)).toBe(5);
  goAway(false);
  await ledger.record(line(1));
  expect(totals.get('organisation')).toBe(6);
  expect(await ledger.spent(organisation)).toBe(6);
});

test('books that cannot be read are no licence to spend', async () => {
  const { port, goAway } = books();
  let now = 0;
  const ledger = createLedger(port, () => now);
  goAway(true);
  await expect(ledger.spent(organisation)).rejects.toThrow('no database');
  goAway(false);
  expect(await ledger.spent(organisation)).toBe(0);
  goAway(true);
  now = 2_000;
  expect(await ledger.spent(organisation)).toBe(0);
  now = 6_000;
  await expect(ledger.spent(organisation)).rejects.toThrow('no database');
});
