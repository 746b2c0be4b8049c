import type { AccountFact } from '../../../domain/customer';
import type { Passage } from '../../../domain/knowledge';
import type { Citation } from '../../../domain/resolution';
import type { ResolutionOpinion } from '../../ports';

/** Numbered sources of a reply: the passages and account facts it leaned on, each once, only those that exist. */
export const citationsOf = (
  opinion: ResolutionOpinion,
  passages: readonly Passage[],
  facts: readonly AccountFact[],
): Citation[] => {
  const articles = [...new Set(opinion.passages)].flatMap((n) => {
    const passage = passages[n - 1];
    return passage
      ? [
          {
            of: 'article' as const,
            articleId: passage.articleId,
            chunkId: passage.chunkId,
            title: passage.title,
            quote: passage.text,
            ageDays: passage.ageDays,
            stale: passage.stale,
            audience: passage.audience,
            ...(passage.conflicts ? { conflicts: passage.conflicts } : {}),
          },
        ]
      : [];
  });
  const account = [...new Set(opinion.facts)].flatMap((key) => {
    const fact = facts.find((known) => known.key === key);
    return fact ? [{ of: 'account' as const, fact: fact.label, value: fact.value }] : [];
  });
  return [...articles, ...account].map((citation, index) => ({ ...citation, n: index + 1 }));
};
