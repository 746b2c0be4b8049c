import { newId } from '../core/ids';
import type { Incident } from '../domain/incident';
import { type Article, articleBodySchema } from '../domain/knowledge';
import type { Db } from './handle';

/** Every article that is in force. */
export const loadArticles = async (db: Db): Promise<Article[]> => {
  const rows = await db.article.findMany({ where: { retiredAt: null }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    reviewedAt: row.reviewedAt,
    ...articleBodySchema.parse(row.body),
  }));
};

/** Changes whenever an article does: count, newest change. */
export const articlesStamp = async (db: Db): Promise<string> => {
  const [row] = await db.$queryRaw<
    { stamp: string }[]
  >`SELECT count(*) || ':' || coalesce(max(updated_at)::text, '') AS stamp FROM article WHERE retired_at IS NULL`;
  return row?.stamp ?? '0:';
};

/** Open outages and known issues. */
export const openIncidents = async (db: Db, now: Date): Promise<Incident[]> => {
  const rows = await db.incident.findMany({
    where: { OR: [{ resolvedAt: null }, { resolvedAt: { gt: now } }] },
    orderBy: { startedAt: 'desc' },
  });
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as Incident['kind'],
    area: row.area,
    affects: row.affects as Incident['affects'],
    devices: row.devices,
    title: row.title,
    cause: row.cause,
    workaround: row.workaround,
    startedAt: row.startedAt.toISOString(),
    restoreAt: row.restoreAt?.toISOString() ?? null,
  }));
};

/** Counts a question the articles could not answer, by intent, with the newest wording as sample. */
export const recordGap = async (db: Db, intent: string, sample: string, at: Date): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO knowledge_gap (id, intent, sample, first_at, last_at) VALUES (${newId('gap')}, ${intent}, ${sample}, ${at}, ${at})
    ON CONFLICT (intent) DO UPDATE SET count = knowledge_gap.count + 1, sample = excluded.sample, last_at = excluded.last_at`;
};
