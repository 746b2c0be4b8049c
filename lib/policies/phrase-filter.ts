import type { Step } from './phrase-automaton';
import type { TextWord } from './phrase-words';

/** What the filter remembers before it begins anew; a text made to fill it costs time, never memory. */
const REMEMBERED = 20_000;

/** All the places a sentence can be in at once, and where each kind of word leads from there. */
interface Situation {
  states: readonly number[];
  /** Some phrase ends here. */
  ends: boolean;
  onward: (Situation | undefined)[];
}

/** A word that no phrase asks for is like any other such word. */
const UNASKED = 0;

/**
 * Tells whether a sentence holds any phrase, without saying where: the automaton made deterministic as far as texts lead into it. Nearly
 * every sentence holds none, and then a word costs two look-ups in a list, however many phrases there are.
 */
export class PhraseFilter {
  private situations = new Map<string, Situation>();
  /** Words asked for, by the kind they are; and the kind of each word by its number. */
  private readonly kinds = new Map<string, number>();
  private readonly kindOfNumber: (number | undefined)[] = [];
  private remembered = 0;

  /** `place` gives what leads on from a state; `start` what leads into the phrases; `vocabulary` every word they ask for. */
  constructor(
    private readonly start: Step,
    private readonly place: (state: number) => { onward: Step; ends: number | undefined },
    private readonly vocabulary: Step,
  ) {}

  /** Whether the words from `from` to before `to`, which are one sentence, hold a phrase. */
  holds(words: readonly Pick<TextWord, 'word' | 'number'>[], from: number, to: number): boolean {
    const nowhere = this.situation([]);
    let here = nowhere;
    for (let at = from; at < to; at++) {
      const word = words[at];
      if (word === undefined) break;
      const kind = this.kindOfNumber[word.number] ?? this.kindOf(word);
      if (kind === UNASKED && here === nowhere) continue;
      here = here.onward[kind] ?? this.after(here, word.word, kind);
      if (here.ends) return true;
    }
    return false;
  }

  private kindOf({ word, number }: Pick<TextWord, 'word' | 'number'>): number {
    let asked = false;
    this.vocabulary.visit(word, () => {
      asked = true;
    });
    const kind = asked ? (this.kinds.get(word) ?? this.kinds.size + 1) : UNASKED;
    if (asked && this.kinds.size < REMEMBERED) this.kinds.set(word, kind);
    if (number >= 0) this.kindOfNumber[number] = kind;
    return kind;
  }

  private after(here: Situation, word: string, kind: number): Situation {
    const states = new Set<number>();
    const enter = (state: number): void => void states.add(state);
    for (const state of here.states) this.place(state).onward.visit(word, enter);
    this.start.visit(word, enter);
    const next = this.situation([...states].sort((a, b) => a - b));
    this.remembered += 1;
    if (this.kinds.get(word) === kind || kind === UNASKED) here.onward[kind] = next;
    return next;
  }

  private situation(states: readonly number[]): Situation {
    if (this.remembered > REMEMBERED) {
      this.situations = new Map();
      this.remembered = 0;
    }
    const key = states.join();
    const known = this.situations.get(key);
    if (known !== undefined) return known;
    const made: Situation = {
      states,
      ends: states.some((state) => this.place(state).ends !== undefined),
      onward: [],
    };
    this.situations.set(key, made);
    return made;
  }
}
