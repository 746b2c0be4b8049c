import { newId } from '../core/ids';
import type { EngineUse, RunState, RunTrigger, StepId, StepRecord } from '../domain/run';
import { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

/** The channel of NOTIFY on which workers hear that a run was superseded; the payload is its id. */
export const SUPERSEDED_CHANNEL = 'cuedesk_superseded';

/** The channel of NOTIFY on which workers hear that a run waits; it only wakes. */
export const QUEUED_CHANNEL = 'cuedesk_queued';

/** How long a claim holds unless it is renewed. A worker that died is replaced after this. */
export const LEASE_MS = 15_000;

/** A run as the worker that claimed it knows it; `fence` is its proof. */
export interface ClaimedRun {
  id: string;
  conversationId: string;
  trigger: RunTrigger;
  turnSeq: number;
  fence: number;
}

/** Queues a run for what a conversation has become; whatever ran or waited for it before is superseded and told so. */
export const queueRun = async (
  tx: Tx,
  run: { conversationId: string; trigger: RunTrigger; turnSeq: number },
  now: Date,
): Promise<string> => {
  const id = newId('run');
  await tx.$queryRaw`
    WITH superseded AS (
      UPDATE run SET state = 'superseded', finished_at = ${now}, lease_until = NULL
      WHERE conversation_id = ${run.conversationId} AND state IN ('queued', 'running') RETURNING id
    ), queued AS (
      INSERT INTO run (id, conversation_id, trigger, turn_seq, state, accepted_at)
      VALUES (${id}, ${run.conversationId}, ${run.trigger}, ${run.turnSeq}, 'queued', ${now})
    )
    SELECT pg_notify(${SUPERSEDED_CHANNEL}, id)::text FROM superseded
    UNION ALL SELECT pg_notify(${QUEUED_CHANNEL}, '')::text`;
  return id;
};

/** Takes a run that waits, or whose worker's lease is over. Null when someone else has it or it was superseded. */
export const claimRun = async (db: Db, id: string): Promise<ClaimedRun | null> => {
  const [row] = await db.$queryRaw<
    { conversation_id: string; trigger: RunTrigger; turn_seq: number; fence: number }[]
  >`
    UPDATE run SET state = 'running', fence = fence + 1, lease_until = now() + ${LEASE_MS} * interval '1 millisecond', started_at = coalesce(started_at, now())
    WHERE id = ${id} AND (state = 'queued' OR (state = 'running' AND lease_until < now()))
    RETURNING conversation_id, trigger, turn_seq, fence`;
  return row
    ? {
        id,
        conversationId: row.conversation_id,
        trigger: row.trigger,
        turnSeq: row.turn_seq,
        fence: row.fence,
      }
    : null;
};

/** Keeps the claim; false when it was lost, and then nothing more may be written. */
export const renewLease = async (db: Db, run: ClaimedRun): Promise<boolean> =>
  (await db.$executeRaw`
    UPDATE run SET lease_until = now() + ${LEASE_MS} * interval '1 millisecond'
    WHERE id = ${run.id} AND fence = ${run.fence} AND state = 'running'`) === 1;

/**
 * Locks the conversation and then the run for its last write. False means a newer turn or another worker came first: a late writer is
 * refused.
 */
export const holdRun = async (tx: Tx, run: ClaimedRun): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH held AS MATERIALIZED (SELECT id FROM conversation WHERE id = ${run.conversationId} FOR NO KEY UPDATE)
    SELECT 1 FROM held, run WHERE run.id = ${run.id} AND run.fence = ${run.fence} AND run.state = 'running' FOR UPDATE OF run`;
  return rows.length === 1;
};

export interface RunEnd {
  state: 'done' | 'failed';
  outcome: string | null;
  error: string | null;
  agentVersionId: string | null;
}

/** Ends a run. A part of a WITH, or a statement. */
export const finishing = (run: ClaimedRun, end: RunEnd): Prisma.Sql => Prisma.sql`
    UPDATE run SET state = ${end.state}, outcome = ${end.outcome}, error = ${end.error}, agent_version_id = ${end.agentVersionId},
      finished_at = now(), lease_until = NULL
    WHERE id = ${run.id} AND fence = ${run.fence}`;

export const finishRun = async (tx: Tx, run: ClaimedRun, end: RunEnd): Promise<void> => {
  await tx.$executeRaw(finishing(run, end));
};

/** Runs nobody works on: queued for longer than a wake-up takes, or claimed by a worker that stopped renewing. */
export const strandedRuns = async (db: Db, limit: number): Promise<string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM run
    WHERE (state = 'running' AND lease_until < now()) OR (state = 'queued' AND accepted_at < now() - interval '3 seconds')
    ORDER BY accepted_at LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

/** The same as `storeSteps`, as a part of a WITH. */
export const storingSteps = (runId: string, steps: readonly StepRecord[]): Prisma.Sql => {
  const rows = JSON.stringify(
    steps.map((s) => ({
      step: s.step,
      input_hash: s.inputHash,
      output: s.output,
      use: s.use,
      latency_ms: s.latencyMs,
      at: s.at,
    })),
  );
  return Prisma.sql`
    INSERT INTO run_step (run_id, step, input_hash, output, use, latency_ms, at)
    SELECT ${runId}, s.step, s.input_hash, s.output, s.use, s.latency_ms, s.at
    FROM jsonb_to_recordset(${rows}::jsonb) AS s(step text, input_hash text, output jsonb, use jsonb, latency_ms float8, at timestamptz)
    ON CONFLICT DO NOTHING`;
};

/** Stores finished steps; a step that is there already stays as it is. */
export const storeSteps = async (db: Db, runId: string, steps: StepRecord[]): Promise<void> => {
  if (steps.length > 0) await db.$executeRaw(storingSteps(runId, steps));
};

const toStep = (row: {
  step: string;
  inputHash: string;
  output: Prisma.JsonValue;
  use: Prisma.JsonValue;
  latencyMs: number;
  at: Date;
}): StepRecord => ({
  step: row.step as StepId,
  inputHash: row.inputHash,
  output: row.output,
  use: row.use as EngineUse,
  latencyMs: row.latencyMs,
  at: row.at.toISOString(),
});

export const loadSteps = async (db: Db, runId: string): Promise<StepRecord[]> =>
  (await db.runStep.findMany({ where: { runId } })).map(toStep);

/** The newest runs of a conversation with their steps, newest first. */
export const traceOf = async (db: Db, conversationId: string, limit: number) => {
  const runs = await db.run.findMany({
    where: { conversationId },
    orderBy: { acceptedAt: 'desc' },
    take: limit,
    include: { steps: { orderBy: { at: 'asc' } }, agentVersion: true },
  });
  return runs.map((run) => ({
    id: run.id,
    trigger: run.trigger as RunTrigger,
    turnSeq: run.turnSeq,
    state: run.state as RunState,
    outcome: run.outcome,
    error: run.error,
    acceptedAt: run.acceptedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    version: run.agentVersion && {
      id: run.agentVersion.id,
      parts: run.agentVersion.parts as Record<string, string>,
    },
    steps: run.steps.map(toStep),
  }));
};

/** Every run of a conversation, oldest first, with how many cues it stored. */
export const runSummaries = async (db: Db, conversationId: string) => {
  const runs = await db.run.findMany({
    where: { conversationId },
    orderBy: { acceptedAt: 'asc' },
    include: { _count: { select: { cues: true } } },
  });
  return runs.map((run) => ({
    id: run.id,
    trigger: run.trigger as RunTrigger,
    turnSeq: run.turnSeq,
    state: run.state as RunState,
    acceptedAt: run.acceptedAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    cues: run._count.cues,
  }));
};

export const latestRun = async (
  db: Db,
  conversationId: string,
): Promise<{ id: string; state: RunState } | null> => {
  const run = await db.run.findFirst({
    where: { conversationId },
    orderBy: { acceptedAt: 'desc' },
    select: { id: true, state: true },
  });
  return run && { id: run.id, state: run.state as RunState };
};

/** Remembers the versions that shape cues from here on. */
export const rememberAgentVersion = async (
  db: Db,
  id: string,
  parts: Record<string, string>,
): Promise<void> => {
  await db.$executeRaw`INSERT INTO agent_version (id, parts) VALUES (${id}, ${JSON.stringify(parts)}::jsonb) ON CONFLICT DO NOTHING`;
};
