import { pick } from '@/lib/core/random';
import { AREAS, type Area, type Plan } from '../catalogue';

/** What a generated customer is like before there is an account. */
export interface Profile {
  tier: 'standard' | 'gold' | 'enterprise';
  area: Area;
  tenureMonths: number;
  language: string;
  autopay: boolean;
  plans: Plan[];
  tvBoxes: number;
  rentedMeshPoints: number;
  vulnerable: boolean;
  priceLockMonthsLeft: number;
  /** How the newest bills stand; most people pay. */
  pays: 'on-time' | 'overdue' | 'disputed';
}

/** `weights` as [value, share] pairs. */
const weighted = <T>(weights: readonly (readonly [T, number])[], random: () => number): T => {
  let left = random() * weights.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of weights) {
    left -= share;
    if (left < 0) return value;
  }
  throw new RangeError('no weights');
};

const BUNDLES: readonly (readonly [readonly string[], number])[] = [
  [['fiber'], 28],
  [['fiber', 'tv'], 26],
  [['fiber', 'mobile'], 20],
  [['fiber', 'tv', 'mobile'], 16],
  [['mobile'], 8],
  [['home'], 2],
];

const FIBER: readonly (readonly [Plan, number])[] = [
  ['Fiber 300', 35],
  ['Fiber 500', 35],
  ['Fiber 1 Gig', 22],
  ['Fiber 2 Gig', 8],
];

/** Many are new, or just past the year in which a promotion ends: those have the questions. */
const standardTenure = (random: () => number): number => {
  const [from, months] = weighted(
    [
      [[2, 4], 15],
      [[13, 4], 18],
      [[6, 60], 67],
    ] as const,
    random,
  );
  return from + Math.floor(random() * months);
};

export const makeProfile = (tier: Profile['tier'], random: () => number): Profile => {
  const chance = (share: number): boolean => random() < share;
  const bundle = tier === 'enterprise' ? ['fiber', 'mobile'] : weighted(BUNDLES, random);
  const has = (kind: string): boolean => bundle.includes(kind);
  const lines = has('mobile')
    ? tier === 'enterprise'
      ? 2 + Math.floor(random() * 5)
      : weighted(
          [
            [1, 60],
            [2, 30],
            [3, 10],
          ],
          random,
        )
    : 0;
  const mobile: Plan = chance(0.6) ? 'Mobile Unlimited' : 'Mobile Lite';
  const tv: Plan[] = has('tv')
    ? [chance(0.5) ? 'TV Plus' : 'TV Essentials', ...(chance(0.25) ? (['Sports add-on'] as const) : [])]
    : [];
  const tenureMonths = tier === 'gold' ? 24 + Math.floor(random() * 90) : standardTenure(random);
  const plans: Plan[] = [
    ...(has('fiber')
      ? [tier === 'enterprise' ? pick<Plan>(['Fiber 1 Gig', 'Fiber 2 Gig'], random) : weighted(FIBER, random)]
      : []),
    ...tv,
    ...Array.from({ length: lines }, () => mobile),
    ...(has('home') || (has('fiber') && tier !== 'enterprise' && chance(0.22))
      ? (['Home Care'] as const)
      : []),
  ];
  const pays: Profile['pays'] = weighted(
    [
      ['on-time', 91],
      ['overdue', 6],
      ['disputed', 3],
    ],
    random,
  );
  return {
    tier,
    area: pick(AREAS, random),
    tenureMonths,
    language: tier !== 'enterprise' && chance(0.1) ? 'es' : 'en',
    // What is taken from a card by itself is not late.
    autopay: pays !== 'overdue' && chance(0.55),
    plans,
    tvBoxes: has('tv')
      ? weighted(
          [
            [1, 60],
            [2, 30],
            [3, 10],
          ],
          random,
        )
      : 0,
    rentedMeshPoints: has('fiber')
      ? weighted(
          [
            [0, 75],
            [1, 18],
            [2, 7],
          ],
          random,
        )
      : 0,
    vulnerable: tier !== 'enterprise' && chance(0.04),
    priceLockMonthsLeft: has('fiber') && chance(0.18) ? 1 + Math.floor(random() * 11) : 0,
    pays,
  };
};
