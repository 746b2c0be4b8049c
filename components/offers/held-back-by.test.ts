import { expect, it } from 'vitest';
import type { ClauseResult } from '@/lib/domain/clause';
import type { DecidedOffer } from '@/lib/domain/offer';
import { heldBackBy } from './held-back-by';

const clause = (id: string, is: ClauseResult['is']): ClauseResult => ({
  id,
  when: id,
  is,
  seen: {},
  say: `${id} says`,
});
const offer = (id: string, ...clauses: ClauseResult[]): DecidedOffer => ({
  id,
  kind: 'retention',
  title: id,
  outcome: 'not-eligible',
  clauses,
  say: '',
  value: { minor: 0, currency: 'USD' },
  cost: { minor: 0, currency: 'USD' },
  score: 0,
});

it('names what fails for all of them, unknown ones too, and nothing that fails for some', () => {
  const offers = [
    offer('a', clause('fiber', 'false'), clause('calm', 'false'), clause('mood', 'unknown')),
    offer('b', clause('fiber', 'true'), clause('calm', 'false'), clause('mood', 'unknown')),
  ];
  expect(heldBackBy(offers)).toEqual(['calm says', 'mood says']);
  expect(heldBackBy([])).toEqual([]);
});
