import { DEFAULT_SVM } from '@/lib/ml/linear-svm';
import { type Example, type TextClassifier, trainClassifier } from '@/lib/ml/text-classifier';
import { wordsOf } from '@/lib/ml/text-features';
import { DEFAULT_VECTORISER } from '@/lib/ml/tfidf';
import type { FlagExamples } from '@/lib/policies/triage-policy';
import { nearAnyOf } from './near-words';
import { mistyped } from './slips';

const WISH = 'wish';
/** How sure the reading must be. A customer sent to a person for nothing costs a lead's time; most clear wishes lie far above. */
const SURE = 0.7;
/** Misspelt copies of each example, from which the letters of a word are learnt, not only the word. */
const COPIES = 2;
/** A sentence longer than this says more than one thing, and the whole of it reads like neither. */
const LONGEST_SENTENCE = 40;
/** Between commas fewer words are a salutation or a name. */
const SHORTEST_PART = 4;
/** UTF-16 units that are read. */
const LONGEST_TEXT = 20_000;

const TRAINING = {
  vectoriser: DEFAULT_VECTORISER,
  svm: { ...DEFAULT_SVM, passes: 10 },
  folds: 3,
  balance: 0.5,
};

const list = (words: string): string[] => words.trim().split(/\s+/u);

/** A wish for a person names one, or the desk. Without either a message only sounds like a wish, */
const isPerson = nearAnyOf(
  list(`person people human humans someone somebody anyone anybody nobody noone agent agents operator operators representative
    representatives rep reps advisor adviser assistant executive staff colleague supervisor manager authority boss support
    centre center team helpline hotline alguien nadie agente asesor asesora ustedes atencion`),
);
/** unless it is hardly more than the speaking itself: "call me", "talk". */
const isSpeaking = nearAnyOf(
  list(`talk speak contact call callback answering replies
    responding reply llamar llamen llamenme llame contactar`),
);
const HARDLY_MORE = 5;

const examples = (label: string, texts: readonly string[]): Example[] =>
  texts.flatMap((text, number) => [
    { text, label },
    ...Array.from({ length: COPIES }, (_, copy) => ({ text: mistyped(text, number * COPIES + copy), label })),
  ]);

const models = new WeakMap<FlagExamples, TextClassifier>();

/** Learnt when first asked, a quarter of a second once for a set of policies. */
const modelOf = (taught: FlagExamples): TextClassifier => {
  const learnt =
    models.get(taught) ??
    trainClassifier([...examples(WISH, taught.wishes), ...examples('other', taught.lookAlikes)], TRAINING);
  models.set(taught, learnt);
  return learnt;
};

/** A sentence, and each part of it between commas: who explains first and asks then is read for the asking. */
const SENTENCE = /[^.!?\n]+[.!?]*/gu;
const PART = /[^,;.!?\n]+[,;.!?]*/gu;

/** A name on a social network is an address, not a wish, whatever words it holds. */
const HANDLE = /@\w{1,50}/gu;

/** Home Care is a product; only customer care is somebody. */
const isCustomer = nearAnyOf(['customer', 'customers', 'consumer']);
const namesPerson = (words: readonly string[]): boolean =>
  words.some((word, at) => isPerson(word) || (word === 'care' && isCustomer(words[at - 1] ?? '')));

const couldBe = (words: readonly string[]): boolean =>
  namesPerson(words) || (words.length <= HARDLY_MORE && words.some(isSpeaking));

/**
 * Places that read like a wish for a person, a call or the number to call, however clumsily put; offsets are UTF-16. Phrases know
 * how people word it well; this has learnt from examples how they word it otherwise, misspell it and leave words out.
 */
export const readHumanRequests = (text: string, taught: FlagExamples): { start: number; end: number }[] => {
  const read = text.slice(0, LONGEST_TEXT).replace(HANDLE, (handle) => ' '.repeat(handle.length));
  const sentences = [...read.matchAll(SENTENCE)];
  const parts = [...read.matchAll(PART)].filter(({ 0: said }) => wordsOf(said).length >= SHORTEST_PART);
  return [...sentences, ...parts].flatMap(({ 0: said, index }) => {
    const words = wordsOf(said);
    if (words.length > LONGEST_SENTENCE || !couldBe(words)) return [];
    const wish = modelOf(taught)
      .rank(said)
      .find(({ label }) => label === WISH);
    if (!wish || wish.confidence < SURE) return [];
    const start = index + said.length - said.trimStart().length;
    return [{ start, end: index + said.trimEnd().length }];
  });
};
