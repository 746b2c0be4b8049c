import type { EphemeralEvent } from '../contracts/events';
import type { Db } from './handle';

/** The channel of what is told at once and kept nowhere. */
export const EPHEMERAL_CHANNEL = 'cuedesk_ephemeral';

/** PostgreSQL's limit of a NOTIFY payload is 8,000 bytes. */
const LARGEST = 7500;

export interface Told {
  event: EphemeralEvent;
  queueId: string;
}

/** Tells every process, in order and in one statement; an event that is too large is not told, because nobody may rely on it. */
export const tellEphemerals = async (db: Db, told: readonly Told[]): Promise<void> => {
  const payloads = told
    .map(({ event, queueId }) => JSON.stringify({ event, queueId }))
    .filter((payload) => Buffer.byteLength(payload) <= LARGEST);
  if (payloads.length > 0)
    await db.$queryRaw`SELECT pg_notify(${EPHEMERAL_CHANNEL}, payload)::text FROM unnest(${payloads}::text[]) AS payload`;
};

export const tellEphemeral = (db: Db, event: EphemeralEvent, queueId: string): Promise<void> =>
  tellEphemerals(db, [{ event, queueId }]);
