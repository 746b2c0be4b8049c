import type { Chunk } from './chunk';
import { type Postings, PostingsBuilder } from './postings';
import { pairOf, termsOf } from './terms';
import { type Thesaurus, thesaurusOf } from './thesaurus';
import { buildVocabulary, type Vocabulary } from './vocabulary';

/** What a term of each field is worth, and how far a long field is discounted (b of BM25F: Robertson and Zaragoza, 2009). */
const FIELDS = {
  title: { weight: 3, b: 0.4 },
  intents: { weight: 1, b: 0.3 },
  topic: { weight: 0.6, b: 0 },
  text: { weight: 1, b: 0.6 },
} as const;
type Field = keyof typeof FIELDS;
const FIELD_NAMES = Object.keys(FIELDS) as Field[];

const CHUNK_B = 0.5;

/** An article as search sees it: its chunks are `firstChunk … firstChunk + chunkCount`. */
interface IndexedArticle {
  id: string;
  title: string;
  products: readonly string[];
  intents: ReadonlySet<string>;
  titleTerms: Uint32Array;
  firstChunk: number;
  chunkCount: number;
}

/** Immutable; a change of articles builds a new one. */
export interface KnowledgeIndex {
  articles: readonly IndexedArticle[];
  chunks: readonly Chunk[];
  vocabulary: Vocabulary;
  /** Length-normalised BM25F frequencies by article, and BM25 ones by chunk. */
  byArticle: Postings;
  byChunk: Postings;
  articleOfChunk: Uint32Array;
  thesaurus: Thesaurus;
}

export interface IndexOptions {
  synonyms: readonly (readonly string[])[];
  /** Titles of intents by id, searched as words customers' problems go by. */
  intentTitles?: ReadonlyMap<string, string>;
}

const withPairs = (terms: readonly string[]): string[] => {
  const out = [...terms];
  for (let i = 1; i < terms.length; i++) out.push(pairOf(terms[i - 1] ?? '', terms[i] ?? ''));
  return out;
};

const grouped = (chunks: readonly Chunk[]): Chunk[][] => {
  const groups = new Map<string, Chunk[]>();
  for (const chunk of chunks) {
    const group = groups.get(chunk.articleId);
    if (group) group.push(chunk);
    else groups.set(chunk.articleId, [chunk]);
  }
  return [...groups.values()];
};

const count = (terms: Iterable<number>): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

/** A fielded index over chunks: one row of it per article for what the question is about, one per chunk for which fact answers it. */
export const buildIndex = (chunks: readonly Chunk[], options: IndexOptions): KnowledgeIndex => {
  const ids = new Map<string, number>();
  const numbersOf = (text: string): number[] =>
    withPairs(termsOf(text)).map((term) => {
      const id = ids.get(term) ?? ids.size;
      ids.set(term, id);
      return id;
    });

  const groups = grouped(chunks);
  const ordered = groups.flat();
  const chunkTerms = ordered.map((chunk) => numbersOf(chunk.text));
  const fields: Record<Field, number[]>[] = [];
  const articles: IndexedArticle[] = [];
  let firstChunk = 0;
  for (const group of groups) {
    const head = group[0];
    if (!head) continue;
    const title = numbersOf(head.title);
    fields.push({
      title,
      intents: head.intents.flatMap((id) =>
        numbersOf(options.intentTitles?.get(id) ?? id.slice(id.indexOf('.') + 1)),
      ),
      topic: numbersOf(head.topic),
      text: chunkTerms.slice(firstChunk, firstChunk + group.length).flat(),
    });
    articles.push({
      id: head.articleId,
      title: head.title,
      products: head.products,
      intents: new Set(head.intents),
      titleTerms: Uint32Array.from(new Set(title)),
      firstChunk,
      chunkCount: group.length,
    });
    firstChunk += group.length;
  }

  const mean = (field: Field): number =>
    Math.max(1, fields.reduce((sum, own) => sum + own[field].length, 0) / Math.max(1, fields.length));
  const means = Object.fromEntries(FIELD_NAMES.map((field) => [field, mean(field)])) as Record<Field, number>;
  const byArticle = new PostingsBuilder();
  for (const [article, own] of fields.entries()) {
    const total = new Map<number, number>();
    for (const field of FIELD_NAMES) {
      const { weight, b } = FIELDS[field];
      const scale = weight / (1 - b + (b * own[field].length) / means[field]);
      for (const [term, times] of count(own[field])) total.set(term, (total.get(term) ?? 0) + times * scale);
    }
    for (const [term, weight] of total) byArticle.add(term, article, weight);
  }

  const meanChunk = Math.max(
    1,
    chunkTerms.reduce((sum, own) => sum + own.length, 0) / Math.max(1, chunkTerms.length),
  );
  const byChunk = new PostingsBuilder();
  for (const [chunk, own] of chunkTerms.entries()) {
    const scale = 1 / (1 - CHUNK_B + (CHUNK_B * own.length) / meanChunk);
    for (const [term, times] of count(own)) byChunk.add(term, chunk, times * scale);
  }

  const articleOfChunk = new Uint32Array(ordered.length);
  for (const [at, article] of articles.entries())
    articleOfChunk.fill(at, article.firstChunk, article.firstChunk + article.chunkCount);
  return {
    articles,
    chunks: ordered,
    vocabulary: buildVocabulary(ids),
    byArticle: byArticle.build(ids.size),
    byChunk: byChunk.build(ids.size),
    articleOfChunk,
    thesaurus: thesaurusOf(options.synonyms),
  };
};
