import { newId } from '../core/ids';
import type { Cue, CueEventKind, CuePayload } from '../domain/cue';
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

/** Stores the cues of a run; those of the same kind that were there before are replaced by them. */
export const storeCues = async (
  tx: Tx,
  conversationId: string,
  runId: string,
  cues: NewCue[],
  at: Date,
): Promise<Cue[]> => {
  const rows = cues.map((cue) => ({ id: newId('cue'), conversationId, runId, at, ...cue }));
  if (rows.length === 0) return [];
  const json = JSON.stringify(
    rows.map((r) => ({
      id: r.id,
      kind: r.payload.kind,
      state: r.state,
      engine: r.engine,
      degraded: r.degraded,
      payload: r.payload,
    })),
  );
  await tx.$executeRaw`
    WITH replaced AS (
      UPDATE cue SET state = 'replaced'
      WHERE conversation_id = ${conversationId} AND state <> 'replaced' AND kind = ANY (${rows.map((r) => r.payload.kind)}::text[])
    )
    INSERT INTO cue (id, conversation_id, run_id, kind, state, engine, degraded, payload, at)
    SELECT c.id, ${conversationId}, ${runId}, c.kind, c.state, c.engine, c.degraded, c.payload, ${at}
    FROM jsonb_to_recordset(${json}::jsonb) AS c(id text, kind text, state text, engine text, degraded text, payload jsonb)`;
  return rows.map(toCue);
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
