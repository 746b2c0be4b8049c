import { HOUR } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/generated/client';
import { daysAgo } from './days';
import type { ArticleFile } from './files/article-file';
import type { IncidentFile } from './files/incident-file';

/** An article in force and its first version. */
export const articleRows = ({ id, reviewed_days_ago, ...body }: ArticleFile, now: Date) => {
  const reviewedAt = new Date(daysAgo(now, reviewed_days_ago).getTime() + 10 * HOUR);
  return {
    article: { id, version: 1, reviewedAt, body } satisfies Prisma.ArticleCreateManyInput,
    version: {
      articleId: id,
      version: 1,
      body,
      at: reviewedAt,
    } satisfies Prisma.ArticleVersionCreateManyInput,
  };
};

export const incidentRow = (file: IncidentFile, now: Date): Prisma.IncidentCreateManyInput => {
  const startedAt = new Date(now.getTime() - file.started_hours_ago * HOUR);
  const restoreAt =
    file.restore_in_hours === null ? null : new Date(now.getTime() + file.restore_in_hours * HOUR);
  return {
    id: newId('inc', startedAt.getTime()),
    number: file.number,
    kind: file.kind,
    area: file.area,
    affects: file.affects,
    devices: file.devices,
    title: file.title,
    cause: file.cause,
    workaround: file.workaround ?? null,
    startedAt,
    restoreAt,
    resolvedAt: file.status === 'resolved' ? restoreAt : null,
  };
};
