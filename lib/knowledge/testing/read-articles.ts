import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { DAY } from '@/lib/core/clock';
import { type Article, articleBodySchema } from '@/lib/domain/knowledge';
import { type KnowledgePolicy, knowledgePolicySchema } from '@/lib/policies/knowledge-policy';

const fileSchema = articleBodySchema.extend({ id: z.string(), reviewed_days_ago: z.int() });

/** The articles of the demo organisation, as of `now`. */
export const readArticles = (now: Date): Article[] =>
  globSync('prisma/seed/articles/**/*.yaml')
    .sort()
    .map((path) => {
      const { reviewed_days_ago, ...article } = fileSchema.parse(parse(readFileSync(path, 'utf8')));
      return { ...article, version: 1, reviewedAt: new Date(now.getTime() - reviewed_days_ago * DAY) };
    });

/** `policies/knowledge.yaml` as it ships. */
export const readKnowledgePolicy = (): KnowledgePolicy =>
  knowledgePolicySchema.parse(parse(readFileSync('policies/knowledge.yaml', 'utf8')));
