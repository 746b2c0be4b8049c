import { FLAGS } from '../domain/triage';
import { uniqueIds } from './compile-clauses';
import { ALWAYS_READ, loadGuardrailExamples, READ_UNDER_FLAGS } from './compile-guardrails-examples';
import { phrasesAt } from './compile-phrases';
import type { GuardrailsSource } from './guardrails-policy';
import type { CompiledGuardrails } from './policy-set';
import type { Parsed, PolicySource } from './policy-source';

/** guardrails.yaml with its phrases compiled, and the examples beside it; undefined when those do not fit. */
export const compileGuardrails = (
  source: PolicySource,
  parsed: Parsed<GuardrailsSource>,
): CompiledGuardrails | undefined => {
  const rules = parsed.value;
  const at =
    (...path: (string | number)[]) =>
    (phrases: readonly string[]) =>
      phrasesAt(source, parsed, path, phrases);
  const lists = [
    'prohibited_topics',
    'prohibited_phrases',
    'required_disclosures',
    'sensitive_topics',
  ] as const;
  uniqueIds(source, parsed, [
    ...lists.flatMap((list) => rules[list].map(({ id }, i) => ({ id, path: [list, i] }))),
    ...rules.tone.avoid.map(({ id }, i) => ({ id, path: ['tone', 'avoid', i] })),
  ]);
  rules.sensitive_topics.forEach(({ flag }, i) => {
    if (!FLAGS.some((known) => known === flag))
      source.fault(parsed, ['sensitive_topics', i, 'flag'], `"${flag}" is not a flag`);
  });
  const { prohibited_topics, prohibited_phrases, sensitive_topics, tone } = rules;
  const readable = [...prohibited_topics, ...prohibited_phrases, ...tone.avoid].map(({ id }) => id);
  const handling = sensitive_topics.map(({ id }) => id);
  const learnt = loadGuardrailExamples(source, ALWAYS_READ, new Set(readable));
  const learntUnderFlags = loadGuardrailExamples(source, READ_UNDER_FLAGS, new Set(handling));
  if (learnt === undefined || learntUnderFlags === undefined) return undefined;
  return {
    ...rules,
    learnt,
    learntUnderFlags,
    prohibited_topics: rules.prohibited_topics.map((rule, i) => ({
      ...rule,
      phrases: at('prohibited_topics', i, 'phrases')(rule.phrases),
      unless: at('prohibited_topics', i, 'unless')(rule.unless),
    })),
    prohibited_phrases: rules.prohibited_phrases.map((rule, i) => ({
      ...rule,
      phrases: at('prohibited_phrases', i, 'phrases')(rule.phrases),
      unless: at('prohibited_phrases', i, 'unless')(rule.unless),
    })),
    required_disclosures: rules.required_disclosures.map((rule, i) => ({
      ...rule,
      when_said: at('required_disclosures', i, 'when_said')(rule.when_said),
      unless: at('required_disclosures', i, 'unless')(rule.unless),
      must_say: at('required_disclosures', i, 'must_say')(rule.must_say),
    })),
    sensitive_topics: rules.sensitive_topics.map((rule, i) => ({
      ...rule,
      avoid: at('sensitive_topics', i, 'avoid')(rule.avoid),
      unless: at('sensitive_topics', i, 'unless')(rule.unless),
    })),
    tone: {
      ...rules.tone,
      avoid: rules.tone.avoid.map((rule, i) => ({
        ...rule,
        phrases: at('tone', 'avoid', i, 'phrases')(rule.phrases),
        unless: at('tone', 'avoid', i, 'unless')(rule.unless),
      })),
    },
  };
};
