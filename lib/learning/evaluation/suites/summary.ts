import { z } from 'zod';
import type { WrapUpRequest } from '@/lib/assist/ports';
import { countWords } from '@/lib/core/text';
import { factCoverage } from '../fact-coverage';
import { inventedIn } from '../invented';
import { rougeL, rougeN } from '../rouge';
import { readRows } from '../rows';
import { refused, required, type Suite } from '../suite';

const rowSchema = z.object({
  id: z.string(),
  turns: z.array(z.tuple([z.enum(['customer', 'agent', 'rep']), z.string()])).min(1),
  references: z.array(z.string()).min(1),
});
type Row = z.infer<typeof rowSchema>;

const utterancesOf = ({ turns }: Row): WrapUpRequest['utterances'] =>
  turns.map(([role, text], at) => ({
    turnId: `turn-${at + 1}`,
    role: role === 'customer' ? 'customer' : 'rep',
    text,
  }));

const mean = (figures: readonly number[]): number =>
  figures.reduce((sum, figure) => sum + figure, 0) / Math.max(1, figures.length);

/**
 * Notes of the wrap-up against human summaries. ROUGE is the mean over a dialogue's references, then over dialogues. `factCoverage`
 * is the share of the figures of either side and the names the customer gave (fact-coverage.ts) that the notes keep, over all dialogues.
 * `invented` counts figures and names of the notes that the dialogue does not hold (invented.ts).
 */
export const summarySuite: Suite = async (files, context) => {
  refused(files, 'train', 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const { ports } = await context.engine();
  const { dispositions } = await context.policies();
  const scores: { rouge1: number; rouge2: number; rougeL: number; words: number }[] = [];
  let kept = 0;
  let given = 0;
  let invented = 0;
  for (const row of rows) {
    const utterances = utterancesOf(row);
    const request: WrapUpRequest = {
      utterances,
      triage: null,
      steps: [],
      sent: [],
      escalated: false,
      dispositions,
    };
    const { notes } = (await ports.summariseWrapUp(request, { signal: context.signal })).value;
    const over = (score: (reference: string) => number): number => mean(row.references.map(score));
    scores.push({
      rouge1: over((r) => rougeN(notes, r, 1)),
      rouge2: over((r) => rougeN(notes, r, 2)),
      rougeL: over((r) => rougeL(notes, r)),
      words: countWords(notes),
    });
    const facts = factCoverage(
      utterances.map(({ role, text }) => ({ customer: role === 'customer', text })),
      notes,
    );
    invented += inventedIn(
      notes,
      utterances.map(({ text }) => text),
    ).length;
    kept += facts.kept;
    given += facts.given;
  }
  return {
    rows: rows.length,
    metrics: {
      rouge1: mean(scores.map((score) => score.rouge1)),
      rouge2: mean(scores.map((score) => score.rouge2)),
      rougeL: mean(scores.map((score) => score.rougeL)),
      factCoverage: given === 0 ? 1 : kept / given,
      invented,
      words: mean(scores.map((score) => score.words)),
    },
  };
};
