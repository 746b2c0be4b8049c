import type { Finding } from '@/lib/domain/guard';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { findingAt, type GuardInput } from './guard-input';
import { sentencesIn } from './guard-sentences';

/** A word of three letters or more without a small one among them. */
const CAPITALS = /(?<![\p{L}\p{N}-])\p{Lu}{3,}(?![\p{L}\p{M}\p{N}-])/gu;
/** A row of exclamation and question marks with two that exclaim side by side; a mark that carries an accent is left whole. */
const MARKS = /!{2,}[!?]*(?!\p{M}|\u200d)/gu;
const EMOJI = /\p{Extended_Pictographic}/u;
const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Sentences with as many words in capitals as shout. Names and short forms that are written so do not count. */
const inCapitals = ({ tone: { shouting } }: CompiledGuardrails, text: string): Finding[] =>
  sentencesIn(text).flatMap(({ start, end }) => {
    const loud = [...text.slice(start, end).matchAll(CAPITALS)].filter(
      ([word]) => !shouting.known_short_forms.includes(word),
    );
    const [first, last] = [loud[0], loud.at(-1)];
    if (first === undefined || last === undefined || loud.length < shouting.capital_words) return [];
    const place = { start: start + first.index, end: start + last.index + last[0].length };
    return [findingAt(text, place, { id: 'shouting', severity: 'warn', message: shouting.message })];
  });

/** Rows of marks, each with the one mark that says the same. */
const inMarks = ({ tone: { shouting } }: CompiledGuardrails, text: string): Finding[] =>
  [...text.matchAll(MARKS)].map(({ index, 0: marks }) =>
    findingAt(
      text,
      { start: index, end: index + marks.length },
      {
        id: 'shouting',
        severity: 'repair',
        message: shouting.message,
        repair: marks.includes('?') ? '?' : '!',
      },
    ),
  );

/** A finding over the emoji beyond those that a reply may hold. */
const inEmoji = ({ tone: { shouting } }: CompiledGuardrails, text: string): Finding[] => {
  if (!EMOJI.test(text)) return [];
  const all = [...CHARACTERS.segment(text)].filter(({ segment }) => EMOJI.test(segment));
  const [first, last] = [all[shouting.most_emoji], all.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    findingAt(
      text,
      { start: first.index, end: last.index + last.segment.length },
      { id: 'shouting', severity: 'warn', message: shouting.message },
    ),
  ];
};

/** What is loud in a reply, whatever it says. */
export const findShouting = (policy: CompiledGuardrails, { text }: GuardInput): Finding[] => [
  ...inCapitals(policy, text),
  ...inMarks(policy, text),
  ...inEmoji(policy, text),
];
