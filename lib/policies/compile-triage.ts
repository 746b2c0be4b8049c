import { FLAGS, type Flag } from '../domain/triage';
import { clausesAt } from './compile-clauses';
import { phrasesAt } from './compile-phrases';
import { ESCALATION_FACTS } from './facts';
import type { PolicySet } from './policy-set';
import type { PolicySource } from './policy-source';
import { flagsPolicySchema, urgencyPolicySchema } from './triage-policy';

/** triage/flags.yaml with its phrases compiled, in the order of the flags; each flag must be there. */
export const loadFlags = (source: PolicySource): PolicySet['flags'] | undefined => {
  const parsed = source.parse('triage/flags.yaml', flagsPolicySchema);
  if (parsed === undefined) return undefined;
  return FLAGS.flatMap((flag: Flag) => {
    const rule = parsed.value[flag];
    if (rule === undefined) {
      source.add(parsed.file, 1, `the flag "${flag}" is missing`);
      return [];
    }
    const { title, phrases, unless } = rule;
    return [
      {
        flag,
        title,
        raise: phrasesAt(source, parsed, [flag, 'phrases'], phrases),
        unless: phrasesAt(source, parsed, [flag, 'unless'], unless),
      },
    ];
  });
};

/** triage/urgency.yaml with its clauses and words compiled. */
export const loadUrgency = (source: PolicySource): PolicySet['urgency'] | undefined => {
  const parsed = source.parse('triage/urgency.yaml', urgencyPolicySchema);
  if (parsed === undefined) return undefined;
  const { raise, complex, anger } = parsed.value;
  return {
    raise: clausesAt(source, parsed, ['raise'], raise, ESCALATION_FACTS),
    complex: clausesAt(source, parsed, ['complex'], complex, ESCALATION_FACTS),
    anger: phrasesAt(source, parsed, ['anger', 'words'], anger.words),
  };
};
