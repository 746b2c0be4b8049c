import { newId } from '../core/ids';
import type { Cue, CueEventKind, CuePayload } from '../domain/cue';
import { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

interface Row {
  id: string;
  conversationId: string;
  runId: string;
  state: string;
  engine: string;
  degraded: string | null;
  payload: unknown;
  at: Date;
}

const toCue = (row: Row): Cue => ({
  id: row.id,
  conversationId: row.conversationId,
  runId: row.runId,
  state: row.state === 'live' ? 'live' : 'withdrawn',
  engine: row.engine,
  degraded: row.degraded,
  at: row.at.toISOString(),
  payload: row.payload as CuePayload,
});

export interface NewCue {
  payload: CuePayload;
  state: 'live' | 'withdrawn';
  engine: string;
  degraded: string | null;
}

/** Cues of a run with names of their own. */
export const nameCues = (run: { id: string; conversationId: string }, cues: NewCue[], at: Date): Cue[] =>
  cues.map((cue) =>
    toCue({ id: newId('cue'), conversationId: run.conversationId, runId: run.id, at, ...cue }),
  );

/** Stores the cues of a run; those of the same kind that were there before are replaced by them. Parts of a WITH. */
export const storingCues = (
  run: { id: string; conversationId: string },
  cues: readonly Cue[],
): Prisma.Sql => {
  const json = JSON.stringify(cues.map((cue) => ({ ...cue, kind: cue.payload.kind })));
  return Prisma.sql`
    replaced AS (
      UPDATE cue SET state = 'replaced'
      WHERE conversation_id = ${run.conversationId} AND state <> 'replaced' AND kind = ANY (${cues.map((cue) => cue.payload.kind)}::text[])
    ), cues AS (
      INSERT INTO cue (id, conversation_id, run_id, kind, state, engine, degraded, payload, at)
      SELECT c.id, ${run.conversationId}, ${run.id}, c.kind, c.state, c.engine, c.degraded, c.payload, c.at
      FROM jsonb_to_recordset(${json}::jsonb) AS c(id text, kind text, state text, engine text, degraded text, payload jsonb, at timestamptz)
    )`;
};

/** The current cue of each kind. */
export const currentCues = async (db: Db, conversationId: string): Promise<Cue[]> =>
  (
    await db.cue.findMany({ where: { conversationId, state: { not: 'replaced' } }, orderBy: { at: 'asc' } })
  ).map(toCue);

export const findCue = async (db: Db, id: string): Promise<Cue | null> => {
  const row = await db.cue.findUnique({ where: { id } });
  return row && toCue(row);
};

/** Takes back the suggested reply. True when there was one to take back. */
export const withdrawResolution = async (tx: Tx, conversationId: string): Promise<boolean> =>
  (await tx.$executeRaw`UPDATE cue SET state = 'withdrawn' WHERE conversation_id = ${conversationId} AND kind = 'resolution' AND state = 'live'`) >
  0;

export const recordCueEvent = async (
  db: Db,
  cueId: string,
  kind: CueEventKind,
  actorId: string,
  at: Date,
): Promise<void> => {
  await db.cueEvent.create({ data: { id: newId('cev'), cueId, kind, actorId, at } });
};
