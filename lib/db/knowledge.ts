import { type Article, articleBodySchema } from '../domain/knowledge';
import type { Db } from './handle';

/** The channel of NOTIFY for whatever changes an article: a trigger of the database tells it, so no writer can forget to. */
export const ARTICLE_CHANNEL = 'cuedesk_article';

/** An article that cannot be read as one, and why. */
export interface UnreadableArticle {
  id: string;
  reason: string;
}

/** Every article that is in force. One that is no article is told of, and keeps none of the others away. */
export const loadArticles = async (
  db: Db,
): Promise<{ articles: Article[]; unreadable: UnreadableArticle[] }> => {
  const rows = await db.article.findMany({ where: { retiredAt: null }, orderBy: { id: 'asc' } });
  const articles: Article[] = [];
  const unreadable: UnreadableArticle[] = [];
  for (const { id, version, reviewedAt, body } of rows) {
    const parsed = articleBodySchema.safeParse(body);
    if (parsed.success) articles.push({ id, version, reviewedAt, ...parsed.data });
    else
      unreadable.push({
        id,
        reason: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      });
  }
  return { articles, unreadable };
};

/** Changes whenever an article does: how many are in force, the sum of their versions, the newest change. */
export const articlesStamp = async (db: Db): Promise<string> => {
  const [row] = await db.$queryRaw<
    { stamp: string }[]
  >`SELECT count(*) || ':' || coalesce(sum(version), 0) || ':' || coalesce(max(updated_at)::text, '') AS stamp FROM article WHERE retired_at IS NULL`;
  return row?.stamp ?? '0:';
};
