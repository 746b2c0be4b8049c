import { firstWords, sentencesOf } from '@/lib/core/text';
import type { Utterance } from '@/lib/domain/conversation';

/** A sentence of the conversation and where it stands in it. */
export interface Said {
  text: string;
  role: Utterance['role'];
  /** Position of its utterance, from 0. */
  at: number;
}

const HANDLE = /(?:^|\s)@\w{1,40}/gu;
const LINK = /https?:\/\/\S{1,500}/gu;
/** A rep's initials at the end of a message, as social channels sign. */
const SIGNATURE = /\s(?:[/^*-]\s?[\p{L}]{1,12}\.?)\s*$/u;
const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hola|buenas|kind regards|best regards|regards|thanks|thank you|ok|okay)\b[^.!?]{0,24}[,.!]*$/iu;

/** A message without handles, links and signature, on one line. */
export const cleaned = (text: string): string =>
  text.replace(LINK, '').replace(HANDLE, ' ').replace(SIGNATURE, '').replace(/\s+/gu, ' ').trim();

/** Every sentence that says something, in order. */
export const sentencesSaid = (utterances: readonly Utterance[]): Said[] =>
  utterances.flatMap(({ role, text }, at) =>
    sentencesOf(cleaned(text))
      .filter((sentence) => /\p{L}{2}/u.test(sentence) && !COURTESY.test(sentence))
      .map((sentence) => ({ text: sentence, role, at })),
  );

const END_MARKS = new Set(['.', '!', '?', ' ', '\n', '\t']);

/** A sentence of at most `words` words without its end mark. Read from the end, so that a run of marks inside costs nothing. */
export const trimmed = (text: string, words: number): string => {
  const short = firstWords(text, words);
  let end = short.length;
  while (end > 0 && END_MARKS.has(short.charAt(end - 1))) end--;
  return short.slice(0, end);
};
