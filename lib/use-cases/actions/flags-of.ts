import { currentCues } from '@/lib/db/cues';
import type { Db } from '@/lib/db/handle';
import { payloadOf } from '@/lib/domain/cue';
import type { Flag } from '@/lib/domain/triage';

/**
 * The flags that stand in a conversation. None where nobody has said anything; null while a message of the customer waits to be read for the
 * first time.
 */
export const flagsOf = async (db: Db, conversationId: string): Promise<Flag[] | null> => {
  const triage = payloadOf(await currentCues(db, conversationId), 'triage')?.triage;
  if (triage) return triage.flags.map(({ flag }) => flag);
  const said = await db.turn.count({ where: { conversationId, role: 'customer', kind: 'message' } });
  return said === 0 ? [] : null;
};

/** The flags that stand in any conversation a customer has open: what a system asks for outside of them all is held against each. */
export const flagsOfOpen = async (db: Db, customerId: string): Promise<Flag[]> => {
  const open = await db.conversation.findMany({ where: { customerId, state: 'open' }, select: { id: true } });
  const flags: Flag[] = [];
  for (const { id } of open) flags.push(...((await flagsOf(db, id)) ?? []));
  return [...new Set(flags)];
};
