import type { KnowledgeIndex } from './build-index';
import { inOneWord } from './phrasal-verbs';
import { documentsWith } from './postings';
import { englishFor, readsAsSpanish } from './spanish';
import { SPANISH_STOP_WORDS } from './stop-words';
import { pairOf, termOf, wordsOf } from './terms';
import { type Likeness, similarTerms } from './vocabulary';

/** One thing a query asks for: the terms that would show it, each with how surely it does. */
export interface Concept {
  alternatives: readonly Likeness[];
  /** What it counts for: its rarity among articles times how often it was said. */
  weight: number;
  /** A pair that is no idiom of the thesaurus sharpens the order but is not one of the things asked for. */
  pair: boolean;
}

/** Most of a message that is read, and most concepts of it that are searched, the rarest first. */
const QUERY_LENGTH = 12_000;
const CONCEPT_LIMIT = 400;

/** A synonym next to the word itself, and one of a word that no article uses. */
const SYNONYM = 0.35;
const ONLY_SYNONYM = 0.8;
const PAIR = 0.35;
/** Below this two words are not taken for the same: one slip in five letters passes, one in four does not. */
const LEAST_LIKENESS = 0.77;
/** From this length on an ending is long enough for a slip in it. */
const LONG_WORD = 7;
/** How slowly a repeated word stops counting: what a long message keeps coming back to is what it is about. */
const REPEATS = 60;

/** Inverse document frequency of BM25, never negative. */
export const rarity = (documents: number, total: number): number =>
  Math.log(1 + (total - documents + 0.5) / (documents + 0.5));

/** English terms of a query with how often each was said; a Spanish one goes through the glossary. */
const saidTerms = (text: string): { term: string; word: string }[] => {
  const words = wordsOf(inOneWord(text.slice(0, QUERY_LENGTH)));
  const spanish = readsAsSpanish(words);
  const english = spanish
    ? words.flatMap((word) => (SPANISH_STOP_WORDS.has(word) ? [] : (englishFor(word) ?? [word])))
    : words;
  return english.flatMap((word) => {
    const term = termOf(word);
    return term === null ? [] : [{ term, word }];
  });
};

/** `word` is the term as it was typed, null for a pair: a slip near the end of a word misleads the stemmer. */
const alternativesOf = (index: KnowledgeIndex, term: string, word: string | null): Likeness[] => {
  const found = new Map<number, number>();
  const offer = (id: number | undefined, weight: number): void => {
    if (id !== undefined) found.set(id, Math.max(weight, found.get(id) ?? 0));
  };
  const known = index.vocabulary.ids.get(term);
  offer(known, 1);
  for (const other of index.thesaurus.get(term) ?? [])
    offer(index.vocabulary.ids.get(other), known === undefined ? ONLY_SYNONYM : SYNONYM);
  if (known === undefined && word !== null) {
    for (const typed of new Set(word.length < LONG_WORD ? [term] : [term, word]))
      for (const { term: id, weight } of similarTerms(index.vocabulary, typed, LEAST_LIKENESS))
        offer(id, weight);
  }
  return [...found].map(([id, weight]) => ({ term: id, weight }));
};

/** Rarity of what matches best; a word that nothing matches is as rare as can be. */
const rarityOf = (index: KnowledgeIndex, alternatives: readonly Likeness[]): number => {
  const total = index.articles.length;
  const best = Math.max(0, ...alternatives.map(({ weight }) => weight));
  let documents = 0;
  for (const { term, weight } of alternatives)
    if (weight === best) documents = Math.max(documents, documentsWith(index.byArticle, term));
  return rarity(documents, total);
};

/** What a text asks for, heaviest first. */
export const conceptsOf = (index: KnowledgeIndex, text: string): Concept[] => {
  const said = saidTerms(text);
  const counts = new Map<string, { times: number; word: string | null }>();
  const say = (term: string, word: string | null): void => {
    const known = counts.get(term);
    if (known) known.times++;
    else counts.set(term, { times: 1, word });
  };
  for (const [at, { term, word }] of said.entries()) {
    say(term, word);
    const next = said[at + 1]?.term;
    if (next !== undefined && next !== term) say(pairOf(term, next), null);
  }
  const inIdiom = new Set(
    [...counts.keys()]
      .filter((term) => term.includes(' ') && index.thesaurus.has(term))
      .flatMap((idiom) => idiom.split(' ')),
  );
  const concepts: Concept[] = [];
  for (const [term, { times, word }] of counts) {
    const isPair = word === null;
    const alternatives = alternativesOf(index, term, word);
    if (alternatives.length === 0 && (isPair || inIdiom.has(term))) continue;
    const pair = isPair && !index.thesaurus.has(term);
    const repeated = (times * (REPEATS + 1)) / (times + REPEATS);
    concepts.push({
      alternatives,
      pair,
      weight: rarityOf(index, alternatives) * repeated * (pair ? PAIR : 1),
    });
  }
  return concepts.sort((a, b) => b.weight - a.weight).slice(0, CONCEPT_LIMIT);
};
