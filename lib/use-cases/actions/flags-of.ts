import { currentCues } from '@/lib/db/cues';
import type { Db } from '@/lib/db/handle';
import { payloadOf } from '@/lib/domain/cue';
import type { Flag } from '@/lib/domain/triage';

/**
 * The flags that stand in a conversation. None where nobody has said anything, nor outside a conversation; null while a message of the
 * customer waits to be read for the first time.
 */
export const flagsOf = async (db: Db, conversationId: string | null): Promise<Flag[] | null> => {
  if (conversationId === null) return [];
  const triage = payloadOf(await currentCues(db, conversationId), 'triage')?.triage;
  if (triage) return triage.flags.map(({ flag }) => flag);
  const said = await db.turn.count({ where: { conversationId, role: 'customer', kind: 'message' } });
  return said === 0 ? [] : null;
};
