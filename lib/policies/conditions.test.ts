import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConditionError, compileCondition, readyFacts } from './conditions';
import { ESCALATION_FACTS, type EscalationFacts } from './facts';
import { fillSay, slotsOf } from './say';

const SCHEMA = {
  ...ESCALATION_FACTS,
  account: { services: [{ kind: 'string', price: 'double' }], labels: 'list<string>' },
} as const;
const is = (when: string, facts: Record<string, unknown>) => compileCondition(when, SCHEMA)(facts).is;
const facts: EscalationFacts = {
  triage: {
    category: 'billing',
    confidence: 1,
    flags: { legal: true, safety: false },
    sentiment: { score: -0.6, anger: false },
  },
  conversation: { customer_turns: 4 },
};

describe('conditions', () => {
  it.each([
    ['conversation.customer_turns >= 4', 'true'],
    ['conversation.customer_turns == 4', 'true'],
    ['conversation.customer_turns in [3, 4]', 'true'],
    ['conversation.customer_turns + 1 == 5.0', 'true'],
    ['triage.sentiment.score <= -0.6', 'true'],
    ['triage.confidence < 1', 'false'],
    ["triage.category in ['billing', 'legal'] && triage.flags.legal", 'true'],
    ['triage.flags.safety', 'false'],
    ['dispute.amount > 500', 'unknown'],
    ['!(dispute.amount > 500)', 'unknown'],
    ['dispute.amount > 500 || triage.flags.legal', 'true'],
    ['dispute.amount > 500 && triage.flags.safety', 'false'],
    ['has(dispute.amount)', 'false'],
    ['customer.vulnerable', 'unknown'],
  ])('%s is %s', (when, expected) => {
    expect(is(when, facts)).toBe(expected);
  });

  it('reads lists of things', () => {
    const account = { services: [{ kind: 'fiber', price: 60 }], labels: ['a'] };
    expect(is("account.services.exists(s, s.kind == 'fiber' && s.price >= 60)", { account })).toBe('true');
    expect(is("account.services.exists(s, s.kind == 'tv')", { account: { services: [{}] } })).toBe('unknown');
    expect(is('size(account.labels) == 1', { account })).toBe('true');
  });

  it.each([
    ['triage.nope', /nope/],
    ['nope', /nope/i],
    ['triage.category', /string/],
    ['triage.confidence', /double/],
    ["triage.category.matches('(a+)+$')", /matches/],
    ["matches(triage.category, 'a')", /matches/],
    ['triage.category == 3', /overload/],
    ["triage['category'] == 'a'", /cannot be used/],
    ["timestamp('x') == timestamp('y')", /cannot be used/],
    ['triage.constructor', /constructor/],
    ['', /./],
    ['true &&', /./],
    [`${'('.repeat(400)}true`, /depth/i],
    [`true${' || true'.repeat(80)}`, /longer|exceeded/i],
    [`${'x'.repeat(700)}`, /longer/],
  ])('refuses %s', (when, reason) => {
    expect(() => compileCondition(when, SCHEMA)).toThrow(ConditionError);
    expect(() => compileCondition(when, SCHEMA)).toThrow(reason);
  });

  it('shows the values it read, null where one is missing', () => {
    const verdict = compileCondition(
      'conversation.customer_turns >= 4 && dispute.amount > 500',
      SCHEMA,
    )(facts);
    expect(verdict).toEqual({
      is: 'unknown',
      seen: { 'conversation.customer_turns': 4, 'dispute.amount': null },
    });
  });

  it('takes a fact of the wrong type for a missing one', () => {
    for (const amount of [Number.NaN, Number.POSITIVE_INFINITY, null, '900', [900], { valueOf: () => 900 }])
      expect(is('dispute.amount > 500', { dispute: { amount } })).toBe('unknown');
  });

  it('is total: any facts give one of three verdicts', () => {
    const condition = compileCondition(
      "triage.sentiment.score <= -0.6 || (dispute.amount > 500 && customer.tier == 'gold')",
      SCHEMA,
    );
    fc.assert(
      fc.property(fc.object(), fc.object(), fc.anything(), (a, b, c) =>
        ['true', 'false', 'unknown'].includes(condition({ triage: a, dispute: b, customer: c }).is),
      ),
    );
  });

  it('give the same of facts that were made ready, and of groups that were replaced in them', () => {
    const clauses = [
      "triage.sentiment.score <= -0.6 || (dispute.amount > 500 && customer.tier == 'gold')",
      "account.services.exists(s, s.kind == 'fiber')",
      'dispute.amount > 500',
    ].map((when) => compileCondition(when, SCHEMA));
    const groups = { triage: fc.object(), dispute: fc.object({ key: fc.constantFrom('amount', 'other') }) };
    fc.assert(
      fc.property(fc.record(groups), fc.record(groups), fc.anything(), (some, more, account) => {
        const plain = { ...some, account };
        const ready = readyFacts(SCHEMA, plain);
        const replaced = readyFacts(SCHEMA, ready, { ...more, unheard: 1 });
        for (const condition of clauses) {
          expect(condition(ready)).toEqual(condition(plain));
          expect(condition(replaced)).toEqual(condition({ ...plain, ...more }));
        }
      }),
    );
  });

  it('of another schema are looked through again', () => {
    const other = { dispute: { amount: 'string' } } as const;
    const ready = readyFacts(other, { dispute: { amount: '900' } });
    expect(compileCondition('dispute.amount > 500', SCHEMA)(ready).is).toBe('unknown');
  });
});

describe('sentences', () => {
  it('fills slots', () => {
    expect(
      fillSay('{conversation.customer_turns} turns, USD {dispute.amount}, mood {triage.sentiment.score}', {
        ...facts,
        dispute: { amount: 612.5 },
      }),
    ).toBe('4 turns, USD 612.5, mood -0.6');
    expect(fillSay('{dispute.amount} {__proto__} {toString}', facts)).toBe('unknown unknown unknown');
    expect(slotsOf('a {b.c} d {e}')).toEqual(['b.c', 'e']);
  });
});
