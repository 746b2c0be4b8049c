import { phrasesAt } from './compile-phrases';
import { type GuardrailExamplesSource, guardrailExamplesSchema } from './guardrails-examples-policy';
import type { PhraseSet } from './phrases';
import type { Parsed, PolicySource } from './policy-source';
import type { YamlPath } from './yaml-source';

/** A sentence and the rule it breaks; null breaks none. */
export interface GuardrailExample {
  text: string;
  rule: string | null;
  /** The rule it stands under, broken or not; null is everyday talk. */
  about: string | null;
  /** The group it was written in, by path: sentences of one group are alike. */
  group: string;
}

/** A file of examples with its phrases compiled. */
export interface GuardrailExamples {
  language: string;
  sure: GuardrailExamplesSource['sure'];
  names: Record<string, PhraseSet>;
  /** What a sentence can show, names included. */
  cues: Record<string, PhraseSet>;
  rules: Record<string, { reads: string; needs: readonly string[] }>;
  examples: readonly GuardrailExample[];
}

/** What any reply is read for. */
export const ALWAYS_READ = 'guardrails.examples.yaml';
/** What a reply is read for while a flag is raised. */
export const READ_UNDER_FLAGS = 'guardrails.flagged.yaml';

const spoken = (text: string): string => text.trim().toLowerCase().replace(/\s+/gu, ' ');

/** Every example in order; a sentence that stands there twice would teach two answers, or one too loudly. */
const examplesOf = (
  source: PolicySource,
  file: string,
  parsed: Parsed<GuardrailExamplesSource>,
): GuardrailExample[] => {
  const first = new Map<string, number>();
  const read = (
    path: YamlPath,
    { rule, about }: Pick<GuardrailExample, 'rule' | 'about'>,
    groups: Record<string, string[]>,
  ): GuardrailExample[] =>
    Object.entries(groups).flatMap(([group, sentences]) =>
      sentences.map((text, i) => {
        const line = parsed.lineOf([...path, group, i]);
        const before = first.get(spoken(text));
        if (before === undefined) first.set(spoken(text), line);
        else source.add(file, line, `the example "${text}" is also on line ${before}`);
        return { text, rule, about, group: [...path, group].join('.') };
      }),
    );
  const { rules, everyday } = parsed.value;
  return [
    ...Object.entries(rules).flatMap(([id, { breaks, fine }]) => [
      ...read(['rules', id, 'breaks'], { rule: id, about: id }, breaks),
      ...read(['rules', id, 'fine'], { rule: null, about: id }, fine),
    ]),
    ...read(['everyday'], { rule: null, about: null }, everyday),
  ];
};

/** What the guardrails learn from; `known` are the rules a sentence can break. Undefined when the file is missing or does not fit. */
export const loadGuardrailExamples = (
  source: PolicySource,
  file: string,
  known: ReadonlySet<string>,
): GuardrailExamples | undefined => {
  const parsed = source.parse(file, guardrailExamplesSchema);
  if (parsed === undefined) return undefined;
  const { language, sure, names, cues, rules } = parsed.value;
  const compiled = (list: 'names' | 'cues', more: (name: string) => string[]): Record<string, PhraseSet> =>
    Object.fromEntries(
      Object.entries(parsed.value[list]).map(([name, phrases]) => [
        name,
        phrasesAt(source, parsed, [list, name], [...phrases, ...more(name)]),
      ]),
    );
  for (const [id, { needs }] of Object.entries(rules)) {
    if (!known.has(id)) source.fault(parsed, ['rules', id], `"${id}" is not a rule of guardrails.yaml`);
    needs.forEach((cue, i) => {
      if (!(cue in cues) && !(cue in names))
        source.fault(parsed, ['rules', id, 'needs', i], `"${cue}" is not among the cues or names`);
    });
  }
  return {
    language,
    sure,
    names: compiled('names', () => []),
    // A sentence is read with each name replaced by what it names, so that word shows the name too.
    cues: { ...compiled('names', (name) => [name]), ...compiled('cues', () => []) },
    rules: Object.fromEntries(Object.entries(rules).map(([id, { reads, needs }]) => [id, { reads, needs }])),
    examples: examplesOf(source, file, parsed),
  };
};
