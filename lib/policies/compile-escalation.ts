import { clausesAt, uniqueIds } from './compile-clauses';
import { type EscalationSource, escalationPolicySchema } from './escalation-policy';
import { ESCALATION_FACTS } from './facts';
import type { PolicySet } from './policy-set';
import type { PolicySource } from './policy-source';
import type { Queue } from './queues-policy';

/** escalation.yaml with its clauses compiled. */
export const loadEscalation = (
  source: PolicySource,
  queues: readonly Queue[] | undefined,
): PolicySet['escalation'] | undefined => {
  const parsed = source.parse('escalation.yaml', escalationPolicySchema);
  if (parsed === undefined) return undefined;
  const rules: EscalationSource = parsed.value;
  const lists = ['hard', 'soft'] as const;
  uniqueIds(
    source,
    parsed,
    lists.flatMap((list) => rules[list].map(({ id }, i) => ({ id, path: [list, i] }))),
  );
  for (const list of lists) {
    rules[list].forEach(({ to }, i) => {
      if (queues !== undefined && !queues.some(({ id }) => id === to))
        source.fault(parsed, [list, i, 'to'], `"${to}" is not a queue`);
    });
  }
  rules.queue_order.forEach((queue, i) => {
    if (queues !== undefined && !queues.some(({ id }) => id === queue))
      source.fault(parsed, ['queue_order', i], `"${queue}" is not a queue`);
  });
  rules.hard.forEach(({ to }, i) => {
    if (!rules.queue_order.includes(to))
      source.fault(parsed, ['hard', i, 'to'], `"${to}" has no place in queue_order`);
  });
  return {
    ...rules,
    hard: clausesAt(source, parsed, ['hard'], rules.hard, ESCALATION_FACTS),
    soft: clausesAt(source, parsed, ['soft'], rules.soft, ESCALATION_FACTS),
  };
};
