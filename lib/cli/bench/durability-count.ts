import { cuePayloadSchema } from '@/lib/domain/cue';
import { services } from '@/lib/use-cases/services';

/** What the database holds after the kills. */
export interface Stored {
  turns: number;
  conversations: number;
  runs: Record<string, number>;
  /** Runs that a worker died on and another finished or found superseded. */
  resumed: number;
  /** Conversations whose last run is finished and has its cues. */
  answered: number;
  /** Of those, where the rep answered before the cues of the customer's last turn were there: what it is about is of an earlier turn. */
  outrun: number;
  lost: {
    /** Accepted messages without a turn. */
    messages: number;
    /** Messages that ask for a run and have none. */
    runs: number;
    /** Conversations whose last run is not finished or lacks cues. */
    cues: number;
  };
  doubled: {
    /** Turns in the same place of a conversation, and messages that became two turns. */
    turns: number;
    /** Runs that hold two cues of one kind. */
    cues: number;
    /** Conversations with two suggestions that may be inserted. */
    suggestions: number;
    /** Runs whose end was told twice. */
    events: number;
  };
}

const ONE = { n: 0n };

/** One figure of one statement. */
const count = async (sql: string): Promise<number> => {
  const { db } = await services();
  const [row = ONE] = await db.$queryRawUnsafe<{ n: bigint }[]>(
    `SELECT count(*) AS n FROM (${sql}) AS counted`,
  );
  return Number(row.n);
};

/** Conversations that came through the message API: the demo's past ones have no deliveries. */
const REPLAYED = 'SELECT DISTINCT conversation_id FROM inbound_delivery';

const LAST_RUNS = `
  SELECT DISTINCT ON (conversation_id) id, conversation_id, trigger, state FROM run
  WHERE conversation_id IN (${REPLAYED}) ORDER BY conversation_id, turn_seq DESC, accepted_at DESC`;

/** After a rep's turn the playbook and the packet are renewed, after a customer's every kind of cue. */
const RENEWED_BY_TRACKING = 2;

const ANSWERED = `
  SELECT r.conversation_id FROM (${LAST_RUNS}) r WHERE r.state = 'done'
    AND (SELECT count(DISTINCT c.kind) FROM cue c WHERE c.run_id = r.id)
      >= CASE WHEN r.trigger = 'rep-turn' THEN ${RENEWED_BY_TRACKING} ELSE ${cuePayloadSchema.options.length} END`;

const OUTRUN = `
  SELECT t.conversation_id FROM turn t WHERE t.role = 'customer' AND t.conversation_id IN (${REPLAYED})
  GROUP BY t.conversation_id HAVING NOT EXISTS (
    SELECT 1 FROM run r JOIN cue c ON c.run_id = r.id AND c.kind = 'triage'
    WHERE r.conversation_id = t.conversation_id AND r.turn_seq >= max(t.seq) AND r.state = 'done')`;

const UNFINISHED = `SELECT id FROM run WHERE state IN ('queued', 'running')`;

export const isSettled = async (): Promise<boolean> => (await count(UNFINISHED)) === 0;

export const countStored = async (): Promise<Stored> => {
  const { db } = await services();
  const states = await db.run.groupBy({ by: ['state'], _count: true });
  const conversations = await count(REPLAYED);
  const answered = await count(ANSWERED);
  return {
    turns: await count(`SELECT 1 FROM turn WHERE conversation_id IN (${REPLAYED})`),
    conversations,
    runs: Object.fromEntries(states.map(({ state, _count }) => [state, _count])),
    resumed: await count('SELECT 1 FROM run WHERE fence > 1'),
    answered,
    outrun: await count(OUTRUN),
    lost: {
      messages: await count(
        'SELECT 1 FROM inbound_delivery d WHERE NOT EXISTS (SELECT 1 FROM turn t WHERE t.id = d.turn_id)',
      ),
      runs: await count(`
        SELECT 1 FROM turn t WHERE t.conversation_id IN (${REPLAYED}) AND t.kind = 'message' AND t.role IN ('customer', 'rep')
          AND NOT EXISTS (SELECT 1 FROM run r WHERE r.conversation_id = t.conversation_id AND r.turn_seq = t.seq)`),
      cues: conversations - answered,
    },
    doubled: {
      turns:
        (await count('SELECT 1 FROM turn GROUP BY conversation_id, seq HAVING count(*) > 1')) +
        (await count('SELECT 1 FROM inbound_delivery GROUP BY turn_id HAVING count(*) > 1')),
      cues: await count('SELECT 1 FROM cue GROUP BY run_id, kind HAVING count(*) > 1'),
      suggestions: await count(
        `SELECT 1 FROM cue WHERE state = 'live' AND kind = 'resolution' GROUP BY conversation_id HAVING count(*) > 1`,
      ),
      events: await count(
        `SELECT 1 FROM event WHERE kind = 'cues.stored' GROUP BY payload->>'runId' HAVING count(*) > 1`,
      ),
    },
  };
};
