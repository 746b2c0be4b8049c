import type { Utterance } from '../../domain/conversation';
import type { PlaybookStep } from '../../domain/resolution';

/** Share of a step's content words that a rep's message must hold for the step to count as done. */
const SAID_SHARE = 0.5;

/** Words too common to show that a step was done. */
const COMMON = new Set(
  'the a an and or to of in on for with is are was it this that you your we our i me my can will would please let if at be have has do did not so just now'.split(
    ' ',
  ),
);

/** Content words, cut to six letters so that "restart" and "restarted" meet. */
const contentOf = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}$]+/gu) ?? [])
      .filter((word) => word.length > 2 && !COMMON.has(word))
      .map((word) => word.slice(0, 6)),
  );

const share = (of: ReadonlySet<string>, within: ReadonlySet<string>): number => {
  let found = 0;
  for (const word of of) if (within.has(word)) found++;
  return of.size === 0 ? 0 : found / of.size;
};

/** How much of `sentence` was said in `text`, 0 to 1, by content words. */
export const saidShare = (sentence: string, text: string): number =>
  share(contentOf(sentence), contentOf(text));

/** Ticks what the conversation shows done: the rep said it, or a rep ticked it by hand, which outranks what was read. */
export const tickSteps = (
  steps: readonly PlaybookStep[],
  utterances: readonly Utterance[],
  byHand: Readonly<Record<string, boolean>>,
): PlaybookStep[] => {
  const replies = utterances
    .filter((utterance) => utterance.role === 'rep')
    .map(({ turnId, text }) => ({ turnId, words: contentOf(text) }));
  return steps.map((step) => {
    const ticked = byHand[step.id];
    if (ticked === false) return { ...step, done: null };
    if (ticked === true)
      return {
        ...step,
        done: step.done ?? { turnId: replies.at(-1)?.turnId ?? '', because: 'Ticked by a rep' },
      };
    const wording = contentOf(step.say ?? step.do);
    const said =
      wording.size < 3 ? undefined : replies.find((reply) => share(wording, reply.words) >= SAID_SHARE);
    return { ...step, done: said ? { turnId: said.turnId, because: 'Said in the conversation' } : step.done };
  });
};
