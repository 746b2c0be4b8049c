import { z } from 'zod';
import { seededRandom, shuffle } from '../core/random';
import { flagSchema } from '../domain/triage';
import { PolicySource } from '../policies/policy-source';
import { PolicyError } from '../policies/problem';
import type { GuardInput } from './guard';

const lines = z
  .string()
  .transform((text) => text.split('\n').filter((line) => line.trim() !== ''))
  .pipe(z.array(z.string()).min(1));

const groupSchema = z.strictObject({
  /**
   * Rules were improved with those written by hand and from templates in sight. Those held back were written once the rules stood and are
   * only counted; since then rules were widened after them, and they stand among the examples that sentences are read by, so they say no more.
   * Blind ones were written by somebody who had not seen the rules and lie in a folder of their own: they say most of drafts to come.
   */
  written: z.enum(['by hand', 'from templates', 'held back', 'blind']),
  flags: z.array(flagSchema).default([]),
  facts: z.array(z.string()).default([]),
  passages: z.array(z.string()).default([]),
  said: z.array(z.string()).default([]),
  sentiment: z.number().min(-1).max(1).default(0),
  /** What a `{name}` in a template stands for. */
  slots: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  violations: lines,
  innocents: lines,
});
type Group = z.infer<typeof groupSchema>;

/** A file of the corpus: drafts, one a line, that the named rules must find something in, and look-alikes they must leave alone. */
const corpusFileSchema = z.strictObject({
  rules: z.array(z.string()).min(1),
  groups: z.array(groupSchema).min(1),
});

/** One draft of the corpus with what surrounds it. */
export interface CorpusRow {
  kind: string;
  /** Rules that must find something in a violation, any of them, and nothing in an innocent. */
  rules: readonly string[];
  violates: boolean;
  written: Group['written'];
  input: GuardInput;
}

/** Rows that templates of a group make of each label, at most. */
const FROM_TEMPLATES = 140;

const SLOT = /\{(\w+)\}/;

/** Every way to fill the slots of a template, in order. */
const filled = (template: string, slots: Group['slots']): string[] => {
  const slot = SLOT.exec(template);
  if (slot === null) return [template];
  return (slots[slot[1] ?? ''] ?? []).flatMap((word) =>
    filled(template.slice(0, slot.index) + word + template.slice(slot.index + slot[0].length), slots),
  );
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const draftsOf = ({ written, slots }: Group, drafts: readonly string[]): string[] =>
  written !== 'from templates'
    ? [...drafts]
    : shuffle(
        [...new Set(drafts.flatMap((draft) => filled(draft, slots)).map(sentence))],
        seededRandom(1),
      ).slice(0, FROM_TEMPLATES);

/**
 * The rows of a folder of corpus files (name to text); the kind of a row is its file's name without `.yaml`.
 * Throws PolicyError with every problem found.
 */
export const readGuardCorpus = (files: ReadonlyMap<string, string>): CorpusRow[] => {
  const source = new PolicySource(files);
  const rows = [...files.keys()].sort().flatMap((file) => {
    const parsed = source.parse(file, corpusFileSchema);
    if (parsed === undefined) return [];
    const { rules, groups } = parsed.value;
    const kind = file.replace(/\.yaml$/, '');
    return groups.flatMap((group) => {
      const { flags, facts, passages, said, sentiment: sentimentScore } = group;
      const grounding = { facts, passages, utterances: said };
      return ([true, false] as const).flatMap((violates) =>
        draftsOf(group, violates ? group.violations : group.innocents).map((text) => ({
          kind,
          rules,
          violates,
          written: group.written,
          input: { text, grounding, flags, sentimentScore, language: 'en' },
        })),
      );
    });
  });
  if (source.problems.length > 0) throw new PolicyError(source.problems);
  return rows;
};
