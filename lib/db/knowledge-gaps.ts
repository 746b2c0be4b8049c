import type { KnowledgeGapView } from '../contracts/knowledge';
import { newId } from '../core/ids';
import type { IntentId } from '../domain/intent';
import { inScope, type Scope } from './conversations';
import { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

export interface AskedInVain {
  conversationId: string;
  intent: IntentId;
  /** Without personal data. */
  sample: string;
  /** Its searchable terms, each once, sorted. */
  terms: string[];
  at: Date;
}

/** Two wordings of one intent that share this much of their terms (Jaccard) ask the same thing. */
const ALIKE = 0.5;

/** Wordings that are compared, the newest first: what nobody asked for that long may be counted anew. */
const COMPARED = 1000;

const GAP_LOCK = 730_111;

interface Known {
  id: string;
  is_example: boolean;
}

/** The gap this conversation is already counted in, else the most alike of its intent. */
const knownGap = async (tx: Tx, asked: AskedInVain): Promise<Known | undefined> => {
  const [known] = await tx.$queryRaw<Known[]>`
    WITH newest AS (
      SELECT id, terms, last_at FROM knowledge_gap WHERE intent = ${asked.intent} ORDER BY last_at DESC LIMIT ${COMPARED}
    ), compared AS (
      SELECT g.id, g.last_at, cardinality(g.terms) + ${asked.terms.length}::int AS total,
             (SELECT count(*)::int FROM unnest(g.terms) t WHERE t = ANY(${asked.terms}::text[])) AS shared,
             EXISTS (SELECT FROM knowledge_gap_example e WHERE e.gap_id = g.id AND e.conversation_id = ${asked.conversationId}) AS is_example
      FROM newest g
    )
    SELECT id, is_example FROM compared
    WHERE is_example OR shared::float8 / greatest(1, total - shared) >= ${ALIKE}
    ORDER BY is_example DESC, shared::float8 / greatest(1, total - shared) DESC, last_at DESC LIMIT 1`;
  return known;
};

/**
 * Counts a question that no article answered: one worded like an earlier one of its intent counts there, and a conversation counts
 * once. Waits for others who record one of the same intent, so that two who come at once do not begin two.
 */
export const recordGap = async (tx: Tx, asked: AskedInVain): Promise<void> => {
  const { conversationId, intent, sample, terms, at } = asked;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${GAP_LOCK}::int, hashtext(${intent}))`;
  const known = await knownGap(tx, asked);
  if (known?.is_example) {
    await tx.knowledgeGap.update({ where: { id: known.id }, data: { lastAt: at } });
    return;
  }
  const id = known?.id ?? newId('gap');
  if (known)
    await tx.knowledgeGap.update({ where: { id }, data: { count: { increment: 1 }, sample, lastAt: at } });
  else await tx.knowledgeGap.create({ data: { id, intent, sample, terms, firstAt: at, lastAt: at } });
  await tx.knowledgeGapExample.create({ data: { gapId: id, conversationId, at } });
};

interface GapRow {
  id: string;
  intent: IntentId;
  sample: string;
  count: number;
  first_at: Date;
  last_at: Date;
  conversation_ids: string[];
}

/** Conversations shown with a gap. */
const EXAMPLES = 5;

/** Gaps by count, each with the newest conversations that the scope holds. */
export const listGaps = async (
  db: Db,
  scope: Scope,
  { intent, limit }: { intent: IntentId | undefined; limit: number },
): Promise<KnowledgeGapView[]> => {
  const wanted = intent === undefined ? Prisma.sql`TRUE` : Prisma.sql`g.intent = ${intent}`;
  const rows = await db.$queryRaw<GapRow[]>`
    SELECT g.id, g.intent, g.sample, g.count, g.first_at, g.last_at, ARRAY(
      SELECT e.conversation_id FROM knowledge_gap_example e JOIN conversation c ON c.id = e.conversation_id
      WHERE e.gap_id = g.id AND ${inScope(scope)} ORDER BY e.at DESC, e.conversation_id LIMIT ${EXAMPLES}
    ) AS conversation_ids
    FROM knowledge_gap g WHERE ${wanted} ORDER BY g.count DESC, g.last_at DESC, g.id LIMIT ${limit}`;
  return rows.map((row) => ({
    id: row.id,
    intent: row.intent,
    sample: row.sample,
    count: row.count,
    firstAt: row.first_at.toISOString(),
    lastAt: row.last_at.toISOString(),
    conversationIds: row.conversation_ids,
  }));
};
