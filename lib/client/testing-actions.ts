import type { ActionsView } from '../contracts/actions';
import type { Action } from '../domain/action';
import type { ClauseResult } from '../domain/clause';
import type { PossiblePreview } from './preview-difference';

const EFFECT: Action['effect'] = {
  sentence: 'Take $12.00 off the next bill: $110.00 becomes $98.00',
  changes: [{ what: 'Next bill', before: '$110.00', after: '$98.00' }],
  amount: { minor: 1200, currency: 'USD' },
};

/** An action for tests; asked for at the minute of its number. */
export const actionOf = (n: number, changes: Partial<Action> = {}): Action => ({
  id: `act_${n}`,
  conversationId: 'c',
  customerId: 'k',
  tool: 'apply-credit',
  params: { amount: 12 },
  hash: 'a'.repeat(64),
  state: 'approved',
  effect: EFFECT,
  requestedById: 'u',
  requestedByName: 'Nadia Farrow',
  requestedAt: `2026-11-20T10:${String(n).padStart(2, '0')}:00.000Z`,
  origin: 'rep',
  originId: null,
  fault: null,
  finishedAt: null,
  reversesId: null,
  approvals: [],
  receipt: null,
  ...changes,
});

export const viewOf = (changes: Partial<ActionsView> = {}): ActionsView => ({
  mayAct: true,
  writes: [],
  reads: [],
  proposals: [],
  actions: [],
  ...changes,
});

export const clauseOf = (id: string, is: ClauseResult['is'], say = `${id} is said`): ClauseResult => ({
  id,
  when: `${id} == true`,
  is,
  seen: {},
  say,
});

export const previewOf = (
  clauses: ClauseResult[],
  changes: Partial<PossiblePreview> = {},
): PossiblePreview => ({
  is: 'possible',
  effect: EFFECT,
  decision: { outcome: 'allowed', clauses },
  hash: 'b'.repeat(64),
  params: { amount: 12 },
  ...changes,
});
