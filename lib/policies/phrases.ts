import { type PhraseNode, PhraseError, parsePhrase, type WordLists, type WordTest } from './phrase-source';
import { textWords } from './phrase-words';

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

const GAP_WORDS = 3;
const WHOLE = '=';

interface Edge {
  test: WordTest;
  to: number;
}

/** A nondeterministic automaton over words; each phrase has states of its own. */
class Automaton {
  readonly free: number[][] = [];
  readonly edges: Edge[][] = [];
  /** The phrase that ends in a state, or -1. */
  readonly accepts: number[] = [];

  state(): number {
    this.free.push([]);
    this.edges.push([]);
    return this.accepts.push(-1) - 1;
  }

  /** Adds a part from `from` on and returns the state it ends in. */
  add(node: PhraseNode, from: number): number {
    switch (node.is) {
      case 'test':
        return this.edge(from, node.test);
      case 'sequence':
        return node.parts.reduce((at, part) => this.add(part, at), from);
      case 'either': {
        const ends = node.choices.map((choice) => this.add(choice, from));
        return this.join(ends);
      }
      case 'maybe':
        return this.join([from, this.add(node.part, from)]);
      case 'gap': {
        const stops = [from];
        for (let i = 0; i < GAP_WORDS; i++) stops.push(this.edge(stops[i] ?? from, { is: 'any' }));
        return this.join(stops);
      }
    }
  }

  private edge(from: number, test: WordTest): number {
    const to = this.state();
    this.edges[from]?.push({ test, to });
    return to;
  }

  private join(ends: number[]): number {
    const end = this.state();
    for (const from of ends) this.free[from]?.push(end);
    return end;
  }

  /** Every state reachable from `state` without a word, itself included. */
  closure(state: number): number[] {
    const seen = new Set([state]);
    for (const at of seen) for (const next of this.free[at] ?? []) seen.add(next);
    return [...seen];
  }
}

/** Which states a word leads to from some place in the phrases. */
class Step {
  private readonly words = new Map<string, number[]>();
  private readonly prefixes = new Map<string, number[]>();
  private readonly numbers: number[] = [];
  private readonly any: number[] = [];
  private longest = 0;

  constructor(edges: readonly Edge[]) {
    for (const { test, to } of edges) {
      if (test.is === 'any') this.any.push(to);
      if (test.is === 'number') this.numbers.push(to);
      if (test.is === 'word') this.words.set(test.word, [...(this.words.get(test.word) ?? []), to]);
      if (test.is === 'prefix') {
        this.prefixes.set(test.prefix, [...(this.prefixes.get(test.prefix) ?? []), to]);
        this.longest = Math.max(this.longest, test.prefix.length);
      }
    }
  }

  visit(word: string, then: (state: number) => void): void {
    this.any.forEach(then);
    this.words.get(word)?.forEach(then);
    for (let length = 1; length <= Math.min(this.longest, word.length); length++) this.prefixes.get(word.slice(0, length))?.forEach(then);
    if (startsWithDigit(word)) this.numbers.forEach(then);
  }
}

const startsWithDigit = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
};

/** A gap, or nothing at all, at either end of a phrase would match anywhere. */
const assertAnchored = (automaton: Automaton, begin: number, end: number): void => {
  const first = automaton.closure(begin);
  if (first.includes(end)) throw new PhraseError('every word of it is optional');
  if (first.some((state) => automaton.edges[state]?.some(({ test }) => test.is === 'any'))) throw new PhraseError('it begins with a gap');
  for (let state = begin; state < automaton.edges.length; state++) {
    for (const { test, to } of automaton.edges[state] ?? []) {
      if (test.is === 'any' && automaton.closure(to).includes(end)) throw new PhraseError('it ends with a gap');
    }
  }
};

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
      const end = automaton.add(parsePhrase(source.startsWith(WHOLE) ? source.slice(WHOLE.length) : source, lists), begin);
      assertAnchored(automaton, begin, end);
      automaton.accepts[end] = phrase;
      beginnings.push(...automaton.closure(begin));
    } catch (cause) {
      if (!(cause instanceof PhraseError)) throw cause;
      throw new PhraseError(`phrase "${source}": ${cause.message}`, { cause });
    }
  });
  const closures = automaton.accepts.map((_, state) => automaton.closure(state));
  const onward = closures.map((states) => new Step(states.flatMap((state) => automaton.edges[state] ?? [])));
  const start = new Step(beginnings.flatMap((state) => automaton.edges[state] ?? []));
  const ends = closures.map((states) => states.map((state) => automaton.accepts[state] ?? -1).find((phrase) => phrase >= 0));

  const find = (text: string): PhraseMatch[] => {
    const found: PhraseMatch[][] = [];
    /** State to the offset where its thread began; insertion keeps the earliest beginning. */
    let active = new Map<number, number>();
    const words = textWords(text);
    const first = words[0]?.start;
    const last = words.at(-1)?.end;
    for (const { word, start: at, end, afterBreak } of words) {
      const next = new Map<number, number>();
      const enter = (state: number, from: number): void => {
        const earlier = next.get(state);
        if (earlier === undefined || from < earlier) next.set(state, from);
      };
      if (!afterBreak) for (const [state, from] of active) onward[state]?.visit(word, (to) => enter(to, from));
      start.visit(word, (state) => enter(state, at));
      for (const [state, from] of next) {
        const phrase = ends[state];
        if (phrase === undefined || (whole.has(phrase) && (from !== first || end !== last))) continue;
        record((found[phrase] ??= []), { start: from, end, phrase: sources[phrase] ?? '' });
      }
      active = next;
    }
    return found.flat().sort((a, b) => a.start - b.start || b.end - a.end);
  };
  return { find };
};

const record = (matches: PhraseMatch[], match: PhraseMatch): void => {
  const last = matches.at(-1);
  if (last === undefined || match.start >= last.end) matches.push(match);
  else if (match.start <= last.start) matches[matches.length - 1] = { ...match, end: Math.max(match.end, last.end) };
};

/** Matches of `raise` that no match of `unless` overlaps: a look-alike takes away only what it touches. */
export const findRaised = (raise: PhraseSet, unless: PhraseSet, text: string): PhraseMatch[] => {
  const matches = raise.find(text);
  if (matches.length === 0) return matches;
  const innocent = unless.find(text);
  return matches.filter((match) => !innocent.some(({ start, end }) => start < match.end && match.start < end));
};
