import { Automaton, assertAnchored, Step } from './phrase-automaton';
import { PhraseFilter } from './phrase-filter';
import { PhraseError, parsePhrase, type WordLists } from './phrase-source';
import { type TextWord, textWords } from './phrase-words';

/** A place in a text where a phrase matched, in UTF-16 offsets. */
export interface PhraseMatch {
  start: number;
  end: number;
  phrase: string;
}

/** Phrases compiled to one linear-time matcher over words. */
export interface PhraseSet {
  find(text: string): PhraseMatch[];
}

/** A phrase that begins with it must be all the text there is. */
const WHOLE = '=';

/**
 * Compile phrases (docs/authoring.md, "Phrases") to one matcher. Throws PhraseError naming the phrase.
 * Time is the words of the text times the phrases under way, at most the size of the set; a phrase never reaches over the end of a sentence.
 * Each phrase gives its leftmost matches, longest first word for word, without overlaps among themselves.
 */
export const compilePhrases = (sources: readonly string[], lists: WordLists = {}): PhraseSet => {
  const automaton = new Automaton();
  const beginnings: number[] = [];
  /** Phrases that must be all the text there is. */
  const whole = new Set<number>();
  sources.forEach((source, phrase) => {
    try {
      if (source.startsWith(WHOLE)) whole.add(phrase);
      const begin = automaton.state();
      const end = automaton.add(
        parsePhrase(source.startsWith(WHOLE) ? source.slice(WHOLE.length) : source, lists),
        begin,
      );
      assertAnchored(automaton, begin, end);
      automaton.accepts[end] = phrase;
      beginnings.push(...automaton.closure(begin));
    } catch (cause) {
      if (!(cause instanceof PhraseError)) throw cause;
      throw new PhraseError(`phrase "${source}": ${cause.message}`, { cause });
    }
  });
  /** Few states are ever entered, so what leads on from one is worked out when it first is. */
  const places = new Map<number, { onward: Step; ends: number | undefined }>();
  const place = (state: number): { onward: Step; ends: number | undefined } => {
    const known = places.get(state) ?? placeOf(automaton, state);
    places.set(state, known);
    return known;
  };
  const start = new Step(beginnings.flatMap((state) => automaton.edges[state] ?? []));

  const vocabulary = new Step(automaton.edges.flat().filter(({ test }) => test.is !== 'any'));
  const filter = new PhraseFilter(start, place, vocabulary);

  /** Matches within one sentence, added to what is found. */
  const findIn = (words: readonly TextWord[], from: number, to: number, found: Found): void => {
    const first = words[0]?.start;
    const last = words.at(-1)?.end;
    /** State to the offset where its thread began; insertion keeps the earliest beginning. */
    let active = new Map<number, number>();
    for (const { word, start: at, end } of words.slice(from, to)) {
      const next = new Map<number, number>();
      const enter = (state: number, began: number): void => {
        const earlier = next.get(state);
        if (earlier === undefined || began < earlier) next.set(state, began);
      };
      for (const [state, began] of active) place(state).onward.visit(word, (onto) => enter(onto, began));
      start.visit(word, (state) => enter(state, at));
      for (const [state, began] of next) {
        const phrase = place(state).ends;
        if (phrase === undefined || (whole.has(phrase) && (began !== first || end !== last))) continue;
        record(found, phrase, { start: began, end, phrase: sources[phrase] ?? '' });
      }
      active = next;
    }
  };

  const find = (text: string): PhraseMatch[] => {
    const found: Found = new Map();
    const words = textWords(text);
    for (let from = 0, to = 1; from < words.length; to += 1) {
      if (to < words.length && words[to]?.afterBreak === false) continue;
      if (filter.holds(words, from, to)) findIn(words, from, to, found);
      from = to;
    }
    return [...found.values()].flat().sort((a, b) => a.start - b.start || b.end - a.end);
  };
  return { find };
};

const placeOf = (automaton: Automaton, state: number): { onward: Step; ends: number | undefined } => {
  const states = automaton.closure(state);
  return {
    onward: new Step(states.flatMap((at) => automaton.edges[at] ?? [])),
    ends: states.map((at) => automaton.accepts[at] ?? -1).find((phrase) => phrase >= 0),
  };
};

/** Matches by the phrase that made them. */
type Found = Map<number, PhraseMatch[]>;

const record = (found: Found, phrase: number, match: PhraseMatch): void => {
  const matches = found.get(phrase) ?? [];
  const last = matches.at(-1);
  if (last === undefined || match.start >= last.end) matches.push(match);
  else if (match.start <= last.start)
    matches[matches.length - 1] = { ...match, end: Math.max(match.end, last.end) };
  found.set(phrase, matches);
};

/** Matches of `raise` that no match of `unless` overlaps: a look-alike takes away only what it touches. */
export const findRaised = (raise: PhraseSet, unless: PhraseSet, text: string): PhraseMatch[] => {
  const matches = raise.find(text);
  if (matches.length === 0) return matches;
  const innocent = unless.find(text);
  return matches.filter(
    (match) => !innocent.some(({ start, end }) => start < match.end && match.start < end),
  );
};
