/** An inverted index in compressed rows: the documents of term `t`, ascending, are `docs[starts[t] … starts[t + 1])`, each with its weight. */
export interface Postings {
  starts: Uint32Array;
  docs: Uint32Array;
  weights: Float32Array;
}

/** Collects (term, document, weight) triples; documents must come in ascending order. */
export class PostingsBuilder {
  #terms = new Uint32Array(1 << 14);
  #docs = new Uint32Array(1 << 14);
  #weights = new Float32Array(1 << 14);
  #size = 0;

  add(term: number, doc: number, weight: number): void {
    if (this.#size === this.#terms.length) this.#grow();
    this.#terms[this.#size] = term;
    this.#docs[this.#size] = doc;
    this.#weights[this.#size] = weight;
    this.#size++;
  }

  /** Counting sort by term; stable, so documents stay ascending within one. */
  build(termCount: number): Postings {
    const starts = new Uint32Array(termCount + 1);
    for (let i = 0; i < this.#size; i++)
      starts[(this.#terms[i] ?? 0) + 1] = (starts[(this.#terms[i] ?? 0) + 1] ?? 0) + 1;
    for (let t = 0; t < termCount; t++) starts[t + 1] = (starts[t + 1] ?? 0) + (starts[t] ?? 0);
    const next = starts.slice();
    const docs = new Uint32Array(this.#size);
    const weights = new Float32Array(this.#size);
    for (let i = 0; i < this.#size; i++) {
      const term = this.#terms[i] ?? 0;
      const at = next[term] ?? 0;
      docs[at] = this.#docs[i] ?? 0;
      weights[at] = this.#weights[i] ?? 0;
      next[term] = at + 1;
    }
    return { starts, docs, weights };
  }

  #grow(): void {
    const wider = <T extends Uint32Array | Float32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    const length = this.#terms.length * 2;
    this.#terms = wider(this.#terms, new Uint32Array(length));
    this.#docs = wider(this.#docs, new Uint32Array(length));
    this.#weights = wider(this.#weights, new Float32Array(length));
  }
}

/** How many documents hold a term. */
export const documentsWith = (postings: Postings, term: number): number =>
  (postings.starts[term + 1] ?? 0) - (postings.starts[term] ?? 0);
