import type { KnowledgeIndex } from '../build-index';
import type { KnowledgeQuery } from '../port';
import type { Evidence } from '../relevance';
import { searchIndex } from '../search';
import type { Question } from './questions';

/** One hit of one question and whether it answers it. */
export interface Judged {
  evidence: Evidence;
  relevance: number;
  answers: boolean;
  rank: number;
}

/** Triage as it comes: silent, right, or with another question's intent in the lead. */
export type Triaged = 'silent' | 'right' | 'wrong';

const intentsFor = (
  questions: readonly Question[],
  at: number,
  triaged: Triaged,
): KnowledgeQuery['intents'] => {
  const own = questions[at];
  const other = questions[(at * 7 + 3) % questions.length];
  if (!own || !other || triaged === 'silent') return [];
  if (triaged === 'right') return [{ id: own.intent, confidence: 0.55 + 0.4 * ((at % 5) / 5) }];
  return [
    { id: other.intent, confidence: 0.5 },
    { id: own.intent, confidence: 0.25 },
  ];
};

/** Every hit of every question, judged. */
export const askQuestions = (
  index: KnowledgeIndex,
  questions: readonly Question[],
  triaged: Triaged,
): Judged[][] =>
  questions.map(({ text, articles }, at) =>
    searchIndex(index, { text, intents: intentsFor(questions, at, triaged), products: [], limit: 5 }).map(
      (hit, place) => ({
        evidence: hit.evidence,
        relevance: hit.relevance,
        answers: articles.includes(hit.chunk.articleId),
        rank: place + 1,
      }),
    ),
  );

/** Expected calibration error over ten equal-width bins (Naeini et al., 2015). */
export const calibrationError = (judged: readonly { relevance: number; answers: boolean }[]): number => {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, said: 0, held: 0 }));
  for (const { relevance, answers } of judged) {
    const bin = bins[Math.min(9, Math.floor(relevance * 10))];
    if (!bin) continue;
    bin.count++;
    bin.said += relevance;
    bin.held += answers ? 1 : 0;
  }
  return bins.reduce((sum, { said, held }) => sum + Math.abs(said - held), 0) / Math.max(1, judged.length);
};
