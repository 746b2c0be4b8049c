import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { articleBodySchema } from '@/lib/domain/knowledge';
import { readFolder, SeedFileError } from './read-yaml';

const slug = z.string().regex(/^[a-z0-9-]+$/, 'is lower case with hyphens');

export const articleFileSchema = articleBodySchema.extend({
  id: slug,
  reviewed_days_ago: z.int().nonnegative(),
});
export type ArticleFile = z.infer<typeof articleFileSchema>;

/** All articles; each lies in the folder of its topic, and what it calls related is there. */
export const readArticles = async (folder: string): Promise<ArticleFile[]> => {
  const articles = await readFolder(folder, articleFileSchema);
  const ids = new Set(articles.map(({ body }) => body.id));
  if (ids.size < articles.length) throw new SeedFileError(folder, ['two articles have the same id']);
  for (const { file, body } of articles) {
    const topic = basename(dirname(file));
    const lost = (body.related ?? []).filter((id) => !ids.has(id) || id === body.id);
    const reasons = [
      ...(topic === body.topic ? [] : [`topic: is "${body.topic}", the folder says "${topic}"`]),
      ...lost.map((id) => `related: there is no other article "${id}"`),
    ];
    if (reasons.length > 0) throw new SeedFileError(file, reasons);
  }
  return articles.map(({ body }) => body);
};
