import { expect, it } from 'vitest';
import { previewDifferences } from './preview-difference';
import { clauseOf, previewOf } from './testing-actions';

const before = previewOf([
  clauseOf('at-most', 'true'),
  clauseOf('account-open', 'true', 'The account is closed'),
]);

it('says nothing when all that is shown is as it was', () => {
  expect(previewDifferences(before, { ...before, hash: 'c'.repeat(64) })).toEqual([]);
});

it('names the effect, the decision and the rule that is otherwise', () => {
  const after = previewOf(
    [clauseOf('at-most', 'true'), clauseOf('account-open', 'false', 'The account is closed')],
    {
      effect: {
        sentence: 'Take $12.00 off the next bill: $90.00 becomes $78.00',
        changes: [{ what: 'Next bill', before: '$90.00', after: '$78.00' }],
        amount: { minor: 1200, currency: 'USD' },
      },
    },
  );
  after.decision = { ...after.decision, outcome: 'refused' };
  expect(previewDifferences(before, after)).toEqual([
    {
      what: 'What it does',
      before: 'Take $12.00 off the next bill: $110.00 becomes $98.00',
      after: 'Take $12.00 off the next bill: $90.00 becomes $78.00',
    },
    { what: 'Decision', before: 'allowed', after: 'not allowed' },
    { what: 'Next bill', before: '$110.00 → $98.00', after: '$90.00 → $78.00' },
    { what: 'The account is closed', before: 'holds', after: 'does not hold' },
  ]);
});

it('names a rule that was added, and one that is gone', () => {
  const after = previewOf([clauseOf('per-day', 'true'), clauseOf('account-open', 'true')]);
  expect(previewDifferences(before, after)).toEqual([
    { what: 'at most', before: 'holds', after: 'nothing' },
    { what: 'per day', before: 'nothing', after: 'holds' },
  ]);
});

it('says why it is no longer possible', () => {
  const after = {
    is: 'impossible' as const,
    problems: [{ path: 'service', message: 'The service has ended' }],
  };
  expect(previewDifferences(before, after)).toEqual([
    { what: 'Possible', before: 'yes', after: 'The service has ended' },
  ]);
});
