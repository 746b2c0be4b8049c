import type { ModelPort, WrapUpRequest } from '@/lib/assist/ports';
import { clip } from '@/lib/core/text';
import { findEntities } from '@/lib/detectors/entities';
import type { EntityType } from '@/lib/domain/triage';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import { findIssues } from './intent/find-issues';
import { substanceOf, substantialWords } from './intent/substance';
import type { LocalModels } from './models';
import { attemptsIn } from './summary/attempts';
import { dispositionOf } from './summary/disposition';
import { followUpIn } from './summary/follow-up';
import { isGlad, outcomeOf } from './summary/outcome-cues';
import { problemSentences } from './summary/problem';
import { cleaned, type Said, sentencesSaid, trimmed } from './summary/sentences';
import { LOCAL } from './use';

const QUOTE_WORDS = 30;
const REP_WORDS = 30;

/** What makes a rep's sentence the one that settles the matter. */
const BY_ACTING = 0.5;
const BY_SUBJECT = 0.5;
const BY_LATENESS = 0.3;

/** The rep's sentence that settles the matter: one that acts or tells, about what the customer named, rather late. */
const repSentence = ({ utterances }: WrapUpRequest, problem: Said | undefined): Said | undefined => {
  const acting = new Set(attemptsIn(utterances).flatMap(({ by, at }) => (by === 'rep' ? [at] : [])));
  const named = substantialWords(problem?.text ?? '');
  const score = ({ text, at }: Said): number => {
    const shared =
      [...substantialWords(text)].filter((word) => named.has(word)).length / Math.max(1, named.size);
    return (
      substanceOf(text) +
      (acting.has(at) ? BY_ACTING : 0) +
      BY_SUBJECT * shared +
      (BY_LATENESS * at) / utterances.length -
      (text.endsWith('?') ? 0.2 : 0)
    );
  };
  return sentencesSaid(utterances)
    .filter(({ role }) => role === 'rep')
    .map((sentence) => ({ sentence, score: score(sentence) }))
    .sort((x, y) => y.score - x.score)[0]?.sentence;
};

/** How it ended, by the customer's last words. */
const endingOf = ({ utterances, escalated }: WrapUpRequest): string | null => {
  if (escalated) return 'The case was handed over.';
  const last = utterances.findLast(({ role }) => role === 'customer');
  if (!last) return null;
  const outcome = outcomeOf(last.text);
  if (outcome === 'did not work')
    return `Not solved; the customer's last words: “${trimmed(cleaned(last.text), 16)}”.`;
  if (outcome === 'worked') return 'The customer confirmed that it works.';
  return isGlad(last.text) ? 'The customer thanked us.' : null;
};

const present = (sentences: readonly (string | null | undefined)[]): string[] =>
  sentences.flatMap((sentence) => sentence ?? []);

/** What the customer named and would have to repeat otherwise; numbers of cards and persons never. */
const DETAILS: ReadonlySet<EntityType> = new Set([
  'order_id',
  'invoice_id',
  'visit_id',
  'account_number',
  'amount',
  'date',
  'device',
]);
const MOST_DETAILS = 4;

/** Details the customer gave that none of the sentences holds. */
const detailsMissing = (utterances: WrapUpRequest['utterances'], sentences: readonly string[]): string[] => {
  const said = sentences.join(' ').toLowerCase();
  const values = utterances.flatMap(({ role, text }) =>
    role === 'customer'
      ? findEntities(text)
          .filter(({ type }) => DETAILS.has(type))
          .map(({ value }) => value)
      : [],
  );
  return [...new Set(values)].filter((value) => !said.includes(value.toLowerCase())).slice(0, MOST_DETAILS);
};

const notesOf = (problems: readonly Said[], request: WrapUpRequest): string => {
  const [problem, more] = problems;
  const settled = repSentence(request, problem);
  const done = request.steps.filter((step) => step.done !== null).map((step) => trimmed(step.do, 12));
  const about = request.triage ? `${request.triage.intent.title}. ` : '';
  const sentences = present([
    problem
      ? `${about}Customer: “${trimmed(problem.text, QUOTE_WORDS)}”.`
      : `${about}The customer did not state an issue.`,
    more && more.at === problem?.at ? `They added: “${trimmed(more.text, QUOTE_WORDS)}”.` : null,
    done.length > 0 ? `Done: ${done.slice(0, 3).join('; ')}.` : null,
    settled ? `Rep: “${trimmed(settled.text, REP_WORDS)}”.` : null,
    endingOf(request),
  ]);
  const details = detailsMissing(request.utterances, sentences);
  return clip(
    [...sentences, ...(details.length > 0 ? [`They named: ${details.join(', ')}.`] : [])].join(' '),
    4000,
  );
};

/** Disposition, notes and follow-up, all from what was said and done. */
export const summariseWrapUpWith =
  (models: LocalModels): ModelPort<WrapUpRequest, WrapUpDraft> =>
  async (request, { signal }) => {
    signal.throwIfAborted();
    const language = request.triage?.language ?? 'en';
    const intent =
      request.triage?.intent.id ?? findIssues(models.intent, request.utterances, language)[0]?.id ?? null;
    const problems = problemSentences(models.intent, request.utterances, intent, language);
    return {
      value: {
        disposition: dispositionOf(request, intent),
        notes: notesOf(problems, request),
        followUp: followUpIn(request.utterances),
      },
      use: LOCAL,
    };
  };
