import { clip, visibleText } from '@/lib/core/text';
import type { Article, Audience, Topic } from '@/lib/domain/knowledge';

/** The smallest thing that is found and cited: one fact, or one step, of one version of an article. */
export interface Chunk {
  /** `<articleId>#<version>.<ordinal>`: the same words keep the same id until the article gets a new version. */
  id: string;
  articleId: string;
  version: number;
  /** 1, 2, 3 … facts first, then steps. */
  ordinal: number;
  kind: 'fact' | 'step';
  text: string;
  title: string;
  topic: Topic;
  products: readonly string[];
  intents: readonly string[];
  /** A step is for the rep even where the article is public. */
  audience: Audience;
  reviewedAt: Date;
}

/** Most chunks of one article, and most characters of one chunk: a pasted book may not crowd out the rest. */
export const CHUNK_LIMIT = 400;
export const CHUNK_LENGTH = 2_000;
const TITLE_LENGTH = 300;

/** Chunks of an article, in order. Empty when it has no text; `related` is never followed, so links that form a ring do no harm. */
export const chunkArticle = (article: Article): Chunk[] => {
  const title = visibleText(clip(article.title, TITLE_LENGTH));
  const texts: { kind: Chunk['kind']; text: string }[] = [];
  for (const fact of article.facts.slice(0, CHUNK_LIMIT)) texts.push({ kind: 'fact', text: fact });
  for (const step of article.steps.slice(0, CHUNK_LIMIT - texts.length))
    texts.push({ kind: 'step', text: step.do });
  return texts.flatMap(({ kind, text }, at) => {
    const shown = visibleText(clip(text, CHUNK_LENGTH)).trim();
    if (shown === '') return [];
    return [
      {
        id: `${article.id}#${article.version}.${at + 1}`,
        articleId: article.id,
        version: article.version,
        ordinal: at + 1,
        kind,
        text: shown,
        title,
        topic: article.topic,
        products: article.products,
        intents: article.intents,
        audience: kind === 'step' ? 'internal' : article.audience,
        reviewedAt: article.reviewedAt,
      },
    ];
  });
};
