import type { EscalationDecision, FiredTrigger } from '../domain/escalation';
import type { EscalationFacts } from '../policies/facts';
import type { PolicySet } from '../policies/policy-set';
import { fillSay } from '../policies/say';
import { riskOf } from './escalate-risk';

type Escalation = PolicySet['escalation'];
type Trigger = Escalation['hard'][number];
type Fired<T extends Trigger> = { trigger: T; fired: FiredTrigger };

/** What a rep reads of a trigger that fires on these facts. Unknown is no yes: it fires on what is known, and its clause names what it needs. */
const heldAgainst = (trigger: Trigger, facts: EscalationFacts, hard: boolean): FiredTrigger | null => {
  const { is, seen } = trigger.condition(facts);
  return is === 'true'
    ? { id: trigger.id, hard, when: trigger.when, seen, say: fillSay(trigger.say, facts) }
    : null;
};

/** Hard triggers that fire on either reading. */
const firingHard = (
  triggers: Escalation['hard'],
  engine: EscalationFacts,
  local: EscalationFacts,
): Fired<Trigger>[] =>
  triggers.flatMap((trigger) => {
    const [one, other] = [heldAgainst(trigger, engine, true), heldAgainst(trigger, local, true)];
    const fired = one ?? other;
    if (fired === null) return [];
    const reading = one === null ? 'local' : other === null ? 'engine' : 'both';
    return [{ trigger, fired: { ...fired, reading } }];
  });

const firingSoft = (
  triggers: Escalation['soft'],
  facts: EscalationFacts,
): Fired<Escalation['soft'][number]>[] =>
  triggers.flatMap((trigger) => {
    const fired = heldAgainst(trigger, facts, false);
    return fired === null ? [] : [{ trigger, fired }];
  });

/** Sums of weights such as .1 + .2 must not miss a threshold of .3 by a rounding error. */
const ROUNDING = 1e-9;

/** The heaviest soft trigger, first listed, when all that fired weigh enough together. */
const heaviest = (
  soft: readonly Fired<Escalation['soft'][number]>[],
  threshold: number,
): Fired<Trigger> | undefined => {
  const weight = soft.reduce((sum, { trigger }) => sum + trigger.weight, 0);
  if (weight + ROUNDING < threshold) return undefined;
  return soft.reduce((best, one) => (one.trigger.weight > best.trigger.weight ? one : best));
};

/** Of the queues that triggers name, the one that stands first in the policy's order. */
const firstQueue = (order: readonly string[], triggers: readonly Fired<Trigger>[]): string | undefined =>
  order.find((queue) => triggers.some(({ trigger }) => trigger.to === queue));

/**
 * Whether a conversation goes to someone else, to whom and how soon. Pure.
 *
 * Every hard trigger that fires escalates, whatever else is known. Hard ones are held against two readings of the same conversation, that
 * of the engine that was asked (`facts`) and the local one's, and fire on either, so that no opinion of a model holds one back. Soft ones
 * look at `facts` alone and escalate when their weights add up to the threshold.
 *
 * Of several the harshest wins: the queue that comes first in `queue_order` among those of hard triggers, else that of the heaviest soft
 * one, and the soonest pick-up of all that would escalate by themselves.
 */
export const escalate = (
  policy: Escalation,
  facts: EscalationFacts,
  local: EscalationFacts = facts,
): EscalationDecision => {
  const hard = firingHard(policy.hard, facts, local);
  const soft = firingSoft(policy.soft, facts);
  const together = heaviest(soft, policy.soft_threshold);
  const deciding = [...hard, ...(together ? [together] : [])];
  const [first] = deciding;
  const triggers = [...hard, ...soft].map(({ fired }) => fired);
  const risk = riskOf(facts, policy.risk);
  if (first === undefined) return { risk, decision: { escalate: false, considered: triggers } };
  const minutes = policy.pick_up_minutes;
  const kind = deciding
    .map(({ trigger }) => trigger.kind)
    .reduce((soonest, one) => (minutes[one] < minutes[soonest] ? one : soonest));
  const queue = firstQueue(policy.queue_order, hard) ?? first.trigger.to;
  return { risk, decision: { escalate: true, kind, queue, pickUpMinutes: minutes[kind], triggers } };
};
