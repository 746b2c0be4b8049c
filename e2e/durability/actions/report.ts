import { z } from 'zod';
import type { Seen } from './people';

const figure = z.number();
const figures = z.record(z.string(), figure);

const storedSchema = z.object({
  actions: figures,
  tools: figures,
  faults: figures,
  secondApprovals: figure,
  abandoned: figures,
  lost: figures,
  doubled: figures,
  exceeded: figures,
  off: figures,
  chain: z.object({ is: z.string(), entries: figure }),
});

interface Observed {
  webKills: number;
  workerKills: number;
  /** Wishes that were under way in the processes that were killed. */
  underWay: number;
  seconds: number;
  seen: Seen;
  settled: boolean;
  settleSeconds: number;
  stored: unknown;
}

const none = (counts: Record<string, number>): boolean => Object.values(counts).every((count) => count === 0);
const tenth = (seconds: number): number => Number(seconds.toFixed(1));

/** What was seen, and whether it held: what was acknowledged is there, once, within every limit, to the cent, in an unbroken chain. */
export const report = ({ seen, stored: raw, seconds, settleSeconds, ...observed }: Observed) => {
  const stored = storedSchema.parse(raw);
  const { acknowledged, abandoned: _keys, twofold, unanswered, ...people } = seen;
  const doubled = { ...stored.doubled, answers: twofold.length };
  const { lost, exceeded, off, chain } = stored;
  return {
    ...observed,
    seconds: tenth(seconds),
    ...people,
    acknowledged: acknowledged.size,
    unanswered: unanswered.length,
    ...stored,
    doubled,
    settleSeconds: tenth(settleSeconds),
    held:
      observed.settled &&
      unanswered.length === 0 &&
      [lost, doubled, exceeded, off].every(none) &&
      chain.is === 'whole',
  };
};
export type Outcome = ReturnType<typeof report>;

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

export const printed = (outcome: Outcome): string => {
  const rows: [string, string][] = [
    [
      'killed',
      `${outcome.webKills} web processes with ${outcome.underWay} wishes under way, ${outcome.workerKills} workers`,
    ],
    ['wishes', `${outcome.wishes} in ${outcome.seconds} s`],
    ['acknowledged', `${outcome.acknowledged} approvals`],
    [
      'sent again',
      `${outcome.sentAgain} after a death, ${outcome.storedBefore} of them had been stored by the dead`,
    ],
    ['never asked again', listed(outcome.abandoned)],
    ['refused', listed(outcome.refused)],
    ['without an answer', String(outcome.unanswered)],
    ['broke', listed(outcome.broke)],
    ['actions', listed(outcome.actions)],
    ['why not done', listed(outcome.faults)],
    ['that ran', listed(outcome.tools)],
    ['second approvals', String(outcome.secondApprovals)],
    ['lost', listed(outcome.lost)],
    ['doubled', listed(outcome.doubled)],
    ['limits exceeded', listed(outcome.exceeded)],
    ['off', listed(outcome.off)],
    ['audit chain', `${outcome.chain.is}, ${outcome.chain.entries} entries`],
    [
      'settled',
      outcome.settled
        ? `${outcome.settleSeconds} s after the last wish`
        : `not within ${outcome.settleSeconds} s`,
    ],
    ['', outcome.held ? 'Held: nothing lost, nothing doubled.' : 'Did not hold.'],
  ];
  return `${rows.map(([name, value]) => name.padEnd(20) + value).join('\n')}\n`;
};
