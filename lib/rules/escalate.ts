import type { EscalationDecision, FiredTrigger } from '../domain/escalation';
import type { EscalationFacts } from '../policies/facts';
import type { PolicySet } from '../policies/policy-set';
import { fillSay } from '../policies/say';
import { riskOf } from './escalate-risk';

type Escalation = PolicySet['escalation'];
type Fired<Trigger> = { trigger: Trigger; fired: FiredTrigger };

const firing = <Trigger extends Escalation['hard'][number]>(
  triggers: readonly Trigger[],
  facts: EscalationFacts,
  hard: boolean,
): Fired<Trigger>[] =>
  triggers.flatMap((trigger) => {
    const { is, seen } = trigger.condition(facts);
    // Unknown is no yes: a trigger fires on what is known, and its clause names what it needs.
    return is === 'true'
      ? [
          {
            trigger,
            fired: { id: trigger.id, hard, when: trigger.when, seen, say: fillSay(trigger.say, facts) },
          },
        ]
      : [];
  });

/** Sums of weights such as .1 + .2 must not miss a threshold of .3 by a rounding error. */
const ROUNDING = 1e-9;

const heaviest = (soft: readonly Fired<Escalation['soft'][number]>[]) =>
  soft.reduce<Fired<Escalation['soft'][number]> | undefined>(
    (best, one) => (best === undefined || one.trigger.weight > best.trigger.weight ? one : best),
    undefined,
  );

/**
 * Whether a conversation goes to someone else, to whom and how soon. Pure.
 * Every hard trigger that fires escalates, whatever else is known; the first one listed decides where to.
 * Soft ones escalate when their weights add up to the threshold; the heaviest, first listed, decides.
 */
export const escalate = (policy: Escalation, facts: EscalationFacts): EscalationDecision => {
  const hard = firing(policy.hard, facts, true);
  const soft = firing(policy.soft, facts, false);
  const weight = soft.reduce((sum, { trigger }) => sum + trigger.weight, 0);
  const deciding = hard[0] ?? (weight + ROUNDING >= policy.soft_threshold ? heaviest(soft) : undefined);
  const triggers = [...hard, ...soft].map(({ fired }) => fired);
  const risk = riskOf(facts, policy.risk);
  if (deciding === undefined) return { risk, decision: { escalate: false, considered: triggers } };
  const { kind, to: queue } = deciding.trigger;
  return {
    risk,
    decision: { escalate: true, kind, queue, pickUpMinutes: policy.pick_up_minutes[kind], triggers },
  };
};
