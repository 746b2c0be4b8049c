import { PhraseError, type PhraseNode, type WordTest } from './phrase-source';

const GAP_WORDS = 3;

/** A word test and the state it leads to. */
interface Edge {
  test: WordTest;
  to: number;
}

/** A nondeterministic automaton over words; each phrase has states of its own. */
export class Automaton {
  readonly free: number[][] = [];
  readonly edges: Edge[][] = [];
  /** The phrase that ends in a state, or -1. */
  readonly accepts: number[] = [];

  state(): number {
    this.free.push([]);
    this.edges.push([]);
    return this.accepts.push(-1) - 1;
  }

  /**
   * Adds a part between two states and returns the one it ends in, a new one unless it is given. Alternatives share their end, so a list
   * of a hundred words is a hundred edges and not a hundred states.
   */
  add(node: PhraseNode, from: number, end?: number): number {
    switch (node.is) {
      case 'test':
        return this.edge(from, node.test, end ?? this.state());
      case 'sequence': {
        const last = node.parts.length - 1;
        return node.parts.reduce((at, part, i) => this.add(part, at, i === last ? end : undefined), from);
      }
      case 'either': {
        const to = end ?? this.state();
        for (const choice of node.choices) this.add(choice, from, to);
        return to;
      }
      case 'maybe': {
        const to = this.add(node.part, from, end);
        return this.skip(from, to);
      }
      case 'gap': {
        const stops = [from];
        for (let i = 0; i < GAP_WORDS; i++)
          stops.push(this.edge(stops[i] ?? from, { is: 'any' }, this.state()));
        const to = end ?? this.state();
        for (const stop of stops) this.skip(stop, to);
        return to;
      }
      case 'stretch': {
        const around = this.state();
        this.skip(from, around);
        this.edge(around, { is: 'any' }, around);
        return this.skip(around, end ?? this.state());
      }
    }
  }

  private edge(from: number, test: WordTest, to: number): number {
    this.edges[from]?.push({ test, to });
    return to;
  }

  private skip(from: number, to: number): number {
    this.free[from]?.push(to);
    return to;
  }

  /** Every state reachable from `state` without a word, itself included. */
  closure(state: number): number[] {
    const seen = new Set([state]);
    for (const at of seen) for (const next of this.free[at] ?? []) seen.add(next);
    return [...seen];
  }
}

/** Which states a word leads to from some place in the phrases. */
export class Step {
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
    for (let length = 1; length <= Math.min(this.longest, word.length); length++)
      this.prefixes.get(word.slice(0, length))?.forEach(then);
    if (startsWithDigit(word)) this.numbers.forEach(then);
  }
}

const startsWithDigit = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
};

/** A gap, or nothing at all, at either end of a phrase would match anywhere. */
export const assertAnchored = (automaton: Automaton, begin: number, end: number): void => {
  const first = automaton.closure(begin);
  if (first.includes(end)) throw new PhraseError('every word of it is optional');
  if (first.some((state) => automaton.edges[state]?.some(({ test }) => test.is === 'any')))
    throw new PhraseError('it begins with a gap');
  for (let state = begin; state < automaton.edges.length; state++) {
    for (const { test, to } of automaton.edges[state] ?? []) {
      if (test.is === 'any' && automaton.closure(to).includes(end))
        throw new PhraseError('it ends with a gap');
    }
  }
};
