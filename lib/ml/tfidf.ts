import { HashIndex } from './hash-index';
import { DEFAULT_NGRAMS, eachFeature, hashText, type NgramOptions, wordsOf } from './text-features';

/** A row of a feature matrix: column numbers and their values, in step. */
export interface SparseRow {
  columns: Int32Array;
  values: Float32Array;
}

/** Features beside the n-grams: name to value, for what a text does rather than says. */
export type ExtraFeatures = (text: string, words: readonly string[]) => ReadonlyMap<string, number>;

export interface VectoriserOptions {
  ngrams: NgramOptions;
  /** A feature seen in fewer texts than this is left out: it cannot generalise, and it costs memory. */
  minTexts: number;
  /** Length of the word, character and extra part of a row; each part is normalised on its own. */
  wordWeight: number;
  charWeight: number;
  extraWeight: number;
  extra?: ExtraFeatures;
}

export const DEFAULT_VECTORISER: VectoriserOptions = {
  ngrams: DEFAULT_NGRAMS,
  minTexts: 1,
  wordWeight: 0.7,
  charWeight: 1,
  extraWeight: 1,
};

/** What fitting found: the feature hashes by column, and the weight of each by rarity. */
export interface FittedFeatures {
  keys: Uint32Array;
  idf: Float32Array;
}

const EXTRA_SEED = 0x51ed270b;

/** Texts to rows of TF-IDF weights: (1 + ln tf) · idf, each part scaled to its own length. */
export class Vectoriser {
  private readonly index: HashIndex;
  private readonly counts: Float32Array;

  constructor(
    readonly fitted: FittedFeatures,
    private readonly options: VectoriserOptions,
  ) {
    this.index = new HashIndex(fitted.keys);
    this.counts = new Float32Array(fitted.keys.length);
  }

  get columns(): number {
    return this.fitted.keys.length;
  }

  /** One row. Features that were not seen in fitting are dropped. */
  row(text: string): SparseRow {
    const words = wordsOf(text);
    const parts: [number[], number[]] = [[], []];
    eachFeature(words, this.options.ngrams, (block, hash) => {
      const column = this.index.get(hash);
      if (column < 0) return;
      if (this.counts[column] === 0) parts[block].push(column);
      this.counts[column] = (this.counts[column] ?? 0) + 1;
    });
    const extras = this.extras(text, words);
    const columns = new Int32Array(parts[0].length + parts[1].length + extras.length);
    const values = new Float32Array(columns.length);
    let at = this.scale(parts[0], this.options.wordWeight, columns, values, 0);
    at = this.scale(parts[1], this.options.charWeight, columns, values, at);
    for (const [column, value] of extras) {
      columns[at] = column;
      values[at++] = value * this.options.extraWeight;
    }
    return { columns, values };
  }

  private extras(text: string, words: readonly string[]): [number, number][] {
    if (!this.options.extra) return [];
    return [...this.options.extra(text, words)]
      .map(([name, value]): [number, number] => [this.index.get(hashText(name, EXTRA_SEED)), value])
      .filter(([column]) => column >= 0);
  }

  /** Writes one part and clears its counts; answers where the next part starts. */
  private scale(
    part: readonly number[],
    weight: number,
    columns: Int32Array,
    values: Float32Array,
    start: number,
  ): number {
    let squares = 0;
    let at = start;
    for (const column of part) {
      const value = (1 + Math.log(this.counts[column] ?? 1)) * (this.fitted.idf[column] ?? 0);
      this.counts[column] = 0;
      columns[at] = column;
      values[at++] = value;
      squares += value * value;
    }
    const factor = squares === 0 ? 0 : weight / Math.sqrt(squares);
    for (let i = start; i < at; i++) values[i] = (values[i] ?? 0) * factor;
    return at;
  }
}

/** Learns which features exist and how rare each is: idf = 1 + ln((1 + n) / (1 + df)), smoothed as scikit-learn does. */
export const fitVectoriser = (
  texts: readonly string[],
  options: VectoriserOptions = DEFAULT_VECTORISER,
): Vectoriser => {
  const index = new HashIndex();
  const seenIn: number[] = [];
  const lastText: number[] = [];
  const always = new Set<number>();
  texts.forEach((text, number) => {
    const words = wordsOf(text);
    const count = (hash: number): void => {
      const column = index.add(hash);
      if (lastText[column] === number) return;
      lastText[column] = number;
      seenIn[column] = (seenIn[column] ?? 0) + 1;
    };
    eachFeature(words, options.ngrams, (_block, hash) => count(hash));
    for (const name of options.extra?.(text, words).keys() ?? []) {
      const hash = hashText(name, EXTRA_SEED);
      always.add(hash);
      count(hash);
    }
  });
  const keys: number[] = [];
  const idf: number[] = [];
  index.toKeys().forEach((key, column) => {
    const seen = seenIn[column] ?? 0;
    if (seen < options.minTexts && !always.has(key)) return;
    keys.push(key);
    idf.push(1 + Math.log((1 + texts.length) / (1 + seen)));
  });
  return new Vectoriser({ keys: Uint32Array.from(keys), idf: Float32Array.from(idf) }, options);
};
