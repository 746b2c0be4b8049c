import type { EphemeralEvent } from '../contracts/events';
import type { Db } from './handle';

/** The channel of what is told at once and kept nowhere. */
export const EPHEMERAL_CHANNEL = 'cuedesk_ephemeral';

/** PostgreSQL's limit of a NOTIFY payload is 8,000 bytes. */
const LARGEST = 7500;

/** Tells every process; an event that is too large is not told, because nobody may rely on it. */
export const tellEphemeral = async (db: Db, event: EphemeralEvent, queueId: string): Promise<void> => {
  const payload = JSON.stringify({ event, queueId });
  if (Buffer.byteLength(payload) <= LARGEST)
    await db.$queryRaw`SELECT pg_notify(${EPHEMERAL_CHANNEL}, ${payload})::text`;
};
