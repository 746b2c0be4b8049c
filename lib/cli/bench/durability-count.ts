import { CUE_KINDS } from '@/lib/domain/cue';
import { services } from '@/lib/use-cases/services';

/** What the database holds after the kills. All but the first four and `stepsRepeated` should be zero. */
export interface Stored {
  turns: number;
  conversations: number;
  runs: Record<string, number>;
  /** Conversations whose last customer's turn has a finished run with all its cues. */
  answered: number;
  /** Accepted messages without a turn. */
  messagesLost: number;
  /** Turns of one conversation with the same place, and messages with two turns. */
  turnsDoubled: number;
  /** Turns that asked for a run and have none. */
  turnsWithoutRun: number;
  /** Conversations whose last customer's turn has no finished run with all its cues: the cues are lost. */
  unanswered: number;
  /** Runs that hold two cues of one kind. */
  cuesDoubled: number;
  /** Conversations with two live suggestions of the same kind from different runs. */
  liveDoubled: number;
  /** Runs that were neither finished nor superseded. */
  runsOpen: number;
  /** Events of a run's end that were logged twice. */
  eventsDoubled: number;
}

const ONE = { n: 0n };

/** One figure of one statement. */
const count = async (sql: string): Promise<number> => {
  const { db } = await services();
  const [row = ONE] = await db.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM (${sql}) AS counted`);
  return Number(row.n);
};

/** Conversations that came through the message API: the demo's past ones have no deliveries. */
const REPLAYED = 'SELECT DISTINCT conversation_id FROM inbound_delivery';

/** The last customer's turn of each replayed conversation, and whether a run for it or for a later rep's turn has every kind of cue. */
const LAST_TURNS = `
  SELECT t.conversation_id, max(t.seq) AS seq FROM turn t
  WHERE t.role = 'customer' AND t.conversation_id IN (${REPLAYED}) GROUP BY t.conversation_id`;

const ANSWERED = `
  SELECT l.conversation_id FROM (${LAST_TURNS}) l WHERE EXISTS (
    SELECT 1 FROM run r WHERE r.conversation_id = l.conversation_id AND r.turn_seq >= l.seq AND r.state = 'done'
      AND (SELECT count(DISTINCT c.kind) FROM cue c WHERE c.conversation_id = l.conversation_id AND c.run_id IN (
        SELECT d.id FROM run d WHERE d.conversation_id = l.conversation_id AND d.turn_seq >= l.seq AND d.state = 'done')) = ${CUE_KINDS.length})`;

const UNFINISHED = `SELECT id FROM run WHERE state IN ('queued', 'running')`;

export const isSettled = async (): Promise<boolean> => (await count(UNFINISHED)) === 0;

export const countStored = async (): Promise<Stored> => {
  const { db } = await services();
  const states = await db.run.groupBy({ by: ['state'], _count: true });
  const [turns, conversations, answered] = await Promise.all([
    count(`SELECT 1 FROM turn WHERE conversation_id IN (${REPLAYED})`),
    count(REPLAYED),
    count(ANSWERED),
  ]);
  return {
    turns,
    conversations,
    runs: Object.fromEntries(states.map(({ state, _count }) => [state, _count])),
    answered,
    messagesLost: await count('SELECT 1 FROM inbound_delivery d WHERE NOT EXISTS (SELECT 1 FROM turn t WHERE t.id = d.turn_id)'),
    turnsDoubled:
      (await count('SELECT 1 FROM turn GROUP BY conversation_id, seq HAVING count(*) > 1')) +
      (await count('SELECT 1 FROM inbound_delivery GROUP BY turn_id HAVING count(*) > 1')),
    turnsWithoutRun: await count(`
      SELECT 1 FROM turn t WHERE t.conversation_id IN (${REPLAYED}) AND t.kind = 'message' AND t.role IN ('customer', 'rep')
        AND NOT EXISTS (SELECT 1 FROM run r WHERE r.conversation_id = t.conversation_id AND r.turn_seq = t.seq)`),
    unanswered: (await count(LAST_TURNS)) - answered,
    cuesDoubled: await count('SELECT 1 FROM cue GROUP BY run_id, kind HAVING count(*) > 1'),
    liveDoubled: await count(`SELECT 1 FROM cue WHERE state = 'live' AND kind = 'resolution' GROUP BY conversation_id HAVING count(*) > 1`),
    runsOpen: await count(UNFINISHED),
    eventsDoubled: await count(`SELECT 1 FROM event WHERE kind = 'cues.stored' GROUP BY payload->>'runId' HAVING count(*) > 1`),
  };
};
