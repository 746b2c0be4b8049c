import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { escalationDecisionSchema } from '../domain/escalation';
import { FLAGS } from '../domain/triage';
import { ESCALATION_FACTS, type EscalationFacts } from '../policies/facts';
import { type FactsSchema, zodOfFacts } from '../policies/facts-schema';
import { loadPolicies } from '../policies/load';
import type { PolicySet } from '../policies/policy-set';
import { escalate } from './escalate';

let policy: PolicySet['escalation'];
beforeAll(async () => {
  policy = (await loadPolicies(join(import.meta.dirname, '../../policies'))).escalation;
});

const WORDS = [
  'billing',
  'technical',
  'frustrated',
  'neutral',
  'positive',
  'falling',
  'steady',
  'rising',
  'critical',
  'high',
  'complex',
  'simple',
  'enterprise',
  'gold',
  'chat',
  'general.talk-to-person',
];
const strange = fc.constantFrom(undefined, null, Number.NaN, Number.POSITIVE_INFINITY, 'x', -1, [], {});

/** Any facts of a schema: right, missing or misshapen. */
const anyFacts = (schema: FactsSchema): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      Object.entries(schema).map(([name, type]): [string, fc.Arbitrary<unknown>] => {
        if (type === 'string') return [name, fc.oneof(fc.constantFrom(...WORDS), strange)];
        if (type === 'bool') return [name, fc.oneof(fc.boolean(), strange)];
        if (type === 'double') return [name, fc.oneof(fc.double({ min: -1, max: 1 }), fc.nat(1000), strange)];
        return [
          name,
          typeof type === 'object' && !Array.isArray(type) ? anyFacts(type as FactsSchema) : strange,
        ];
      }),
    ),
    { requiredKeys: [] },
  );
const facts = anyFacts(ESCALATION_FACTS) as fc.Arbitrary<EscalationFacts>;

const firedIds = (given: EscalationFacts): string[] => {
  const { decision } = escalate(policy, given);
  return (decision.escalate ? decision.triggers : decision.considered).map(({ id }) => id);
};

describe('escalate', () => {
  it('gives a well-formed decision for any facts, always the same one', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const decision = escalate(policy, given);
        expect(escalationDecisionSchema.parse(decision)).toEqual(decision);
        expect(escalate(policy, structuredClone(given))).toEqual(decision);
      }),
    );
  });

  it('escalates for each flag that is a hard trigger, whatever the engines say', () => {
    const byFlag = new Map(
      FLAGS.flatMap((flag) =>
        policy.hard
          .filter(({ when }) => when === `triage.flags.${flag}`)
          .map(({ id }) => [flag, id] as const),
      ),
    );
    expect([...byFlag.keys()].sort()).toEqual([
      'abuse',
      'human_requested',
      'legal',
      'regulator',
      'safety',
      'security',
      'vulnerability',
    ]);
    fc.assert(
      fc.property(facts, fc.constantFrom(...byFlag), (given, [flag, id]) => {
        const raised = {
          ...given,
          triage: { ...given.triage, flags: { ...given.triage?.flags, [flag]: true } },
        };
        const { decision } = escalate(policy, raised);
        expect(decision.escalate).toBe(true);
        expect(firedIds(raised)).toContain(id);
      }),
    );
  });

  it('is never milder for what another reading says: no hard trigger is lost, no graver queue, no sooner pick-up', () => {
    const place = (queue: string) => policy.queue_order.indexOf(queue);
    fc.assert(
      fc.property(facts, facts, (engine, local) => {
        const [one, both] = [escalate(policy, local).decision, escalate(policy, engine, local).decision];
        const hard = one.escalate ? one.triggers.filter((trigger) => trigger.hard) : [];
        if (!one.escalate || hard.length === 0) return;
        expect(both.escalate).toBe(true);
        if (!both.escalate) return;
        expect(both.triggers.map(({ id }) => id)).toEqual(expect.arrayContaining(hard.map(({ id }) => id)));
        expect(place(both.queue)).toBeLessThanOrEqual(place(one.queue));
        const kinds = policy.hard.filter(({ id }) => hard.some((trigger) => trigger.id === id));
        const soonest = Math.min(...kinds.map(({ kind }) => policy.pick_up_minutes[kind]));
        expect(both.pickUpMinutes).toBeLessThanOrEqual(soonest);
      }),
      { numRuns: 300 },
    );
  });

  it('fires hard triggers on either reading and says on whose, and soft ones on the first alone', () => {
    const bill: EscalationFacts = { triage: { category: 'billing' }, customer: { tier: 'enterprise' } };
    const other: EscalationFacts = { triage: { category: 'technical', complexity: 'complex' } };
    const readingOf = (engine: EscalationFacts, local: EscalationFacts) => {
      const { decision } = escalate(policy, engine, local);
      return (decision.escalate ? decision.triggers : decision.considered).map(({ id, reading }) => [
        id,
        reading,
      ]);
    };
    expect(readingOf(bill, bill)).toEqual([['enterprise-billing', 'both']]);
    expect(readingOf(bill, other)).toEqual([['enterprise-billing', 'engine']]);
    expect(readingOf(other, bill)).toEqual([
      ['enterprise-billing', 'local'],
      ['complex', undefined],
    ]);
    expect(readingOf(other, other)).toEqual([['complex', undefined]]);
  });

  it('never fires on what is not known', () => {
    expect(firedIds({})).toEqual([]);
    fc.assert(
      fc.property(facts, (given) => {
        for (const trigger of [...policy.hard, ...policy.soft]) {
          if (firedIds(given).includes(trigger.id)) expect(trigger.condition(given).is).toBe('true');
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes the queue that stands first in the order and the soonest pick-up, and tells all that fired with what they saw', () => {
    const given: EscalationFacts = {
      triage: { flags: { legal: true, safety: true } },
      dispute: { amount: 612.5 },
    };
    const { decision } = escalate(policy, given);
    expect(decision).toMatchObject({
      escalate: true,
      queue: 'safety-desk',
      kind: 'immediate',
      pickUpMinutes: policy.pick_up_minutes.immediate,
    });
    const dispute = decision.escalate
      ? decision.triggers.find(({ id }) => id === 'dispute-over-limit')
      : undefined;
    expect(dispute).toMatchObject({
      hard: true,
      when: 'dispute.amount > 500',
      seen: { 'dispute.amount': 612.5 },
    });
    expect(dispute?.say).toContain('$612.5');
    const order = [...policy.queue_order].reverse();
    expect(escalate({ ...policy, queue_order: order }, given).decision).toMatchObject({
      queue: 'escalation-leads',
      kind: 'immediate',
    });
  });

  it('adds soft triggers up to the threshold', () => {
    const one = policy.soft.find(({ id }) => id === 'complex');
    expect(one).toBeDefined();
    if (one === undefined) return;
    const weighing = (soft_threshold: number) =>
      escalate({ ...policy, soft_threshold }, { triage: { complexity: 'complex' } }).decision.escalate;
    expect([weighing(one.weight), weighing(one.weight + 0.01)]).toEqual([true, false]);
    const three = ['a', 'b', 'c'].map((id) => ({ ...one, id, weight: 0.1 }));
    expect(
      escalate({ ...policy, soft: three, soft_threshold: 0.3 }, { triage: { complexity: 'complex' } })
        .decision.escalate,
    ).toBe(true);
  });

  it('sees more risk when more is at stake, and none in nothing', () => {
    const risk = (given: EscalationFacts) => escalate(policy, given).risk;
    expect(risk({})).toEqual({ sentiment: 0, complexity: 0, business: 0, total: 0 });
    const calm: EscalationFacts = {
      triage: { complexity: 'simple', sentiment: { score: 0.5, anger: false } },
      customer: { tier: 'standard' },
    };
    const grave: EscalationFacts = {
      triage: {
        complexity: 'complex',
        sentiment: { score: -0.9, anger: true, direction: 'falling' },
        flags: { legal: true },
      },
      customer: { tier: 'enterprise' },
      dispute: { amount: 800 },
    };
    expect(risk(grave).total).toBeGreaterThan(risk(calm).total + 0.5);
    expect(risk({ dispute: { amount: 250 } }).business).toBe(0.5);
    fc.assert(
      fc.property(facts, fc.double({ min: 0, max: 1, noNaN: true }), (given, weight) => {
        const { total } = escalate(
          { ...policy, risk: { ...policy.risk, sentiment: weight, complexity: 0, business: 0 } },
          given,
        ).risk;
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('facts in a file', () => {
  it('are strict', () => {
    const schema = zodOfFacts(ESCALATION_FACTS);
    expect(schema.safeParse({ triage: { flags: { legal: true } } }).success).toBe(true);
    for (const wrong of [{ triag: {} }, { triage: { flags: { legl: true } } }, { dispute: { amount: '5' } }])
      expect(schema.safeParse(wrong).success).toBe(false);
  });
});
