import type { Finding, Severity } from '@/lib/domain/guard';
import type { GuardrailExample, GuardrailExamples } from '@/lib/policies/compile-guardrails-examples';
import type { PhraseSet } from '@/lib/policies/phrases';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { findingAt, type GuardInput } from './guard-input';
import { learnToRead, type SentenceReader } from './guard-reader';
import { sentencesIn, tieOf } from './guard-sentences';

/** Readings kept: while a reply is typed all its sentences but one are read again. */
const REMEMBERED = 2_000;

/** A reader that keeps what it read last. */
const remembering = (read: SentenceReader): SentenceReader => {
  const known = new Map<string, ReturnType<SentenceReader>>();
  return (sentence) => {
    if (known.has(sentence)) return known.get(sentence);
    if (known.size >= REMEMBERED) known.clear();
    const reading = read(sentence);
    known.set(sentence, reading);
    return reading;
  };
};

/** What a sentence that handles a raised flag badly is read as, whichever flag it is. */
const MISHANDLING = 'mishandling';

/** Readers of each set of examples; learnt when first asked, once for a set of policies. */
const readers = new WeakMap<GuardrailExamples, SentenceReader>();

const readerOf = (
  learnt: GuardrailExamples,
  examples: (learnt: GuardrailExamples) => readonly GuardrailExample[],
): SentenceReader => {
  const reader = readers.get(learnt) ?? remembering(learnToRead(learnt, examples(learnt)));
  readers.set(learnt, reader);
  return reader;
};

/**
 * What is taught about flags, as one rule: refusing, arguing, pressing and making somebody wait sound alike whatever they are done about, and
 * the examples of one flag are too few to learn from. Everyday talk is what most replies are.
 */
const mishandlings =
  (everyday: readonly GuardrailExample[]) =>
  ({ examples }: GuardrailExamples): GuardrailExample[] => [
    ...examples.map((example) => ({ ...example, rule: example.rule === null ? null : MISHANDLING })),
    ...everyday.filter(({ about }) => about === null),
  ];

interface Rule {
  id: string;
  severity: Severity;
  unless: PhraseSet;
  message: string;
}

const ruleOf = (policy: CompiledGuardrails, id: string): Rule | undefined =>
  [...policy.prohibited_topics, ...policy.prohibited_phrases].find((rule) => rule.id === id) ??
  policy.tone.avoid.flatMap((rule) => (rule.id === id ? [{ ...rule, severity: 'warn' as const }] : []))[0];

/** A rule that blocks does so only where the reading is nearly certain; otherwise the sentence is left out. */
const severityOf = (rule: Rule, sure: number, from: number): Severity =>
  rule.severity === 'block' && sure < from ? 'repair' : rule.severity;

/** What is read in a text by one reader, apart from what is known of it. The message says what it reads like and how sure that is. */
const readBy = (
  learnt: GuardrailExamples,
  read: SentenceReader,
  ruleNamed: (id: string) => Rule | undefined,
  text: string,
  found: readonly Finding[],
): Finding[] =>
  sentencesIn(text).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end).trimEnd();
    const said = sentence.trimStart();
    // Read as it would stand if the sentence before it were left out, so that a repair brings nothing new to light.
    const reading = read(said.slice(tieOf(said).length));
    if (reading === undefined || reading.sure < learnt.sure.find) return [];
    const rule = ruleNamed(reading.rule);
    if (rule === undefined || rule.unless.find(sentence).length > 0) return [];
    const place = { start: end - text.slice(start, end).trimStart().length, end: start + sentence.length };
    const known = found.some(
      ({ rule: id, severity, repair, ...at }) =>
        at.start < place.end &&
        place.start < at.end &&
        (id === rule.id || (severity !== 'warn' && repair === null)),
    );
    if (known) return [];
    const severity = severityOf(rule, reading.sure, learnt.sure.block);
    const reads = `${learnt.rules[rule.id]?.reads ?? ''} (${Math.round(reading.sure * 100)} % sure)`;
    return [findingAt(text, place, { id: rule.id, severity, message: `${reads}. ${rule.message}` })];
  });

/**
 * A finding for each sentence that reads like one a rule forbids, although no phrase of that rule stands in it and none that
 * takes the sentence out anyway: `found` are the findings of phrases. Rules of sensitive topics are read for while their flag is raised.
 */
export const findReadings = (
  policy: CompiledGuardrails,
  { text, language, flags }: Pick<GuardInput, 'text' | 'language' | 'flags'>,
  found: readonly Finding[],
): Finding[] => {
  const { learnt, learntUnderFlags: flagged } = policy;
  const all = language.startsWith(learnt.language)
    ? readBy(
        learnt,
        readerOf(learnt, ({ examples }) => examples),
        (id) => ruleOf(policy, id),
        text,
        found,
      )
    : [];
  if (!language.startsWith(flagged.language)) return all;
  for (const rule of policy.sensitive_topics) {
    if (!(rule.id in flagged.rules) || !flags.some((raised) => raised === rule.flag)) continue;
    const read = readerOf(flagged, mishandlings(learnt.examples));
    all.push(...readBy(flagged, read, () => rule, text, [...found, ...all]));
  }
  return all;
};
