import { type Sign, signedSentences } from './command-signs';
import type { Weighed } from './weigh';

/**
 * Log-odds that a sentence commands a machine, by what it is about: a logistic regression over the sentences of `corpus/`
 * and of the articles and utterances written for the product, rounded to tenths.
 */
const LOG_ODDS: Record<Sign, number> = {
  says: 0.9,
  output: 2.3,
  process: 0.4,
  task: 1.4,
  served: 2.1,
  machine: 1.8,
  rules: 1.9,
  change: 1.3,
  limit: 0.8,
  data: 1.1,
  form: 1.1,
  carrier: 1.8,
  obligation: 1.8,
};
const BASE = -3.6;

/** What a sentence adds from which log-odds on. */
const STEPS: readonly (readonly [number, number])[] = [
  [1.35, 1],
  [0.2, 0.4],
];

/** One of them must be there: what else a sentence says is said by guides as well. */
const CORE: readonly Sign[] = ['output', 'process', 'task', 'served', 'machine', 'rules', 'carrier'];
const commands = (signs: ReadonlySet<Sign>): boolean =>
  (signs.has('says') || signs.has('obligation')) && CORE.some((sign) => signs.has(sign));

const logOdds = (signs: ReadonlySet<Sign>): number =>
  [...signs].reduce((sum, sign) => sum + LOG_ODDS[sign], BASE);

/** The sentence that most sounds like a command to a machine about its own work, if any does. */
export const weighCommands = (text: string): Weighed[] => {
  let best: { start: number; end: number; odds: number } | null = null;
  for (const { start, end, signs } of signedSentences(text)) {
    if (!commands(signs)) continue;
    const odds = logOdds(signs);
    if (best === null || odds > best.odds) best = { start, end, odds };
  }
  if (best === null) return [];
  const { start, end, odds } = best;
  const step = STEPS.find(([from]) => odds > from);
  return step === undefined
    ? []
    : [
        {
          start,
          end,
          why: 'commands the machine in its own work',
          weight: step[1],
          ...(step[1] < 1 && { story: true }),
        },
      ];
};
