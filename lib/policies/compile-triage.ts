import { FLAGS, type Flag } from '../domain/triage';
import { clausesAt } from './compile-clauses';
import { phrasesAt } from './compile-phrases';
import { ESCALATION_FACTS } from './facts';
import type { PolicySet } from './policy-set';
import type { PolicySource } from './policy-source';
import {
  type FlagExamples,
  flagExamplesSchema,
  flagsPolicySchema,
  urgencyPolicySchema,
} from './triage-policy';

const EXAMPLES = 'triage/flags.examples.yaml';
const spoken = (text: string): string => text.trim().toLowerCase().replace(/\s+/gu, ' ');

/** triage/flags.examples.yaml by flag; a message that stands there twice would teach two answers to one question, or one too loudly. */
const loadExamples = (source: PolicySource): Partial<Record<Flag, FlagExamples>> => {
  const parsed = source.parse(EXAMPLES, flagExamplesSchema);
  if (parsed === undefined) return {};
  const first = new Map<string, number>();
  const { wishes, look_alikes } = parsed.value.human_requested;
  const messagesOf = (kind: 'wishes' | 'look_alikes', groups: Record<string, string[]>): string[] =>
    Object.entries(groups).flatMap(([group, messages]) =>
      messages.map((message, i) => {
        const line = parsed.lineOf(['human_requested', kind, group, i]);
        const before = first.get(spoken(message));
        if (before === undefined) first.set(spoken(message), line);
        else source.add(EXAMPLES, line, `the example "${message}" is also on line ${before}`);
        return message;
      }),
    );
  return {
    human_requested: {
      wishes: messagesOf('wishes', wishes),
      lookAlikes: messagesOf('look_alikes', look_alikes),
    },
  };
};

/** triage/flags.yaml with its phrases compiled, in the order of the flags; each flag must be there. */
export const loadFlags = (source: PolicySource): PolicySet['flags'] | undefined => {
  const parsed = source.parse('triage/flags.yaml', flagsPolicySchema);
  const examples = loadExamples(source);
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
        ...(examples[flag] === undefined ? {} : { examples: examples[flag] }),
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
