import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { ArticleFile } from '../files/article-file';
import type { IncidentFile } from '../files/incident-file';
import { articleRows, incidentRow } from '../knowledge';

/** An article in force, described as in its file; what is left out is a plain one about late fees. */
export const makeArticle = async (
  prisma: PrismaClient,
  { now = new Date(), ...partial }: Partial<ArticleFile> & { now?: Date } = {},
) => {
  const file: ArticleFile = {
    id: `article-${newId('chk').slice(4)}`,
    title: 'Late fees',
    topic: 'billing',
    products: [],
    intents: ['billing.fees-question'],
    audience: 'public',
    owner: 'billing-operations',
    reviewed_days_ago: 10,
    steps: [],
    related: [],
    facts: ['A late fee of $8.00 is added 10 days after the due date.'],
    ...partial,
  };
  const { article, version } = articleRows(file, now);
  await prisma.article.create({ data: article });
  await prisma.articleVersion.create({ data: version });
  return article;
};

/** An open outage in Fenwick, or what `partial` says. */
export const makeIncident = async (
  prisma: PrismaClient,
  { now = new Date(), ...partial }: Partial<IncidentFile> & { now?: Date } = {},
) => {
  const row = incidentRow(
    {
      number: `OUT-${newId('inc').slice(-4)}`,
      kind: 'outage',
      area: 'Fenwick',
      affects: ['fiber'],
      devices: [],
      title: 'Fiber cut',
      cause: 'a fiber cable cut by road works',
      started_hours_ago: 2,
      restore_in_hours: 3,
      status: 'open',
      article: null,
      ...partial,
    },
    now,
  );
  await prisma.incident.create({ data: row });
  return row;
};
