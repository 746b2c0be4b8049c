import { firstWords, sentencesOf } from '@/lib/core/text';
import type { Utterance } from '@/lib/domain/conversation';
import { cleaned, isPart } from './clean';

/** A sentence of the conversation and where it stands in it. */
export interface Said {
  text: string;
  role: Utterance['role'];
  /** Position of its utterance, from 0; of the first one when a sentence runs over several. */
  at: number;
}

const COURTESY =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hola|buenas|kind regards|best regards|regards|thanks|thank you|ok|okay)\b[^.!?]{0,24}[,.!]*$/iu;
const ENDED = /[.!?…)"”]$/u;

/** A conversation of any length costs no more than these: how it began, and how it stands. */
const FIRST_READ = 60;
const LAST_READ = 180;

/** And a long letter no more than these of its sentences. */
const FIRST_SENTENCES = 20;
const LAST_SENTENCES = 10;

const isRead = (at: number, count: number, first: number, last: number): boolean =>
  at < first || at >= count - last;

/** Messages as they were meant: one that was sent in parts is whole again where a sentence ran over. */
const wholeMessages = (utterances: readonly Utterance[]): Said[] => {
  const whole: Said[] = [];
  let unfinished = false;
  for (const [at, { role, text }] of utterances.entries()) {
    if (!isRead(at, utterances.length, FIRST_READ, LAST_READ)) continue;
    const bare = cleaned(text);
    const before = whole.at(-1);
    if (unfinished && before?.role === role)
      before.text = `${before.text} ${bare}`.replace(/\.{2,} \.{2,}/u, ' ');
    else whole.push({ role, text: bare, at });
    unfinished = isPart(text) && !ENDED.test(bare);
  }
  return whole;
};

/** Every sentence that says something, in order; of a very long conversation those of its beginning and its end. */
export const sentencesSaid = (utterances: readonly Utterance[]): Said[] =>
  wholeMessages(utterances).flatMap(({ role, text, at }) =>
    sentencesOf(text)
      .filter((_, i, all) => isRead(i, all.length, FIRST_SENTENCES, LAST_SENTENCES))
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
