import type { TraceView } from '@/lib/contracts/cues';
import { traceOf } from '@/lib/db/runs';
import type { UserActor } from '@/lib/domain/user';
import { authorisedConversation } from './authorise';
import { services } from './services';

const RUNS = 10;

/** The latest runs of a conversation, step by step. */
export const getTrace = async (
  actor: UserActor,
  { params }: { params: { id: string } },
): Promise<TraceView> => {
  const { db } = await services();
  await authorisedConversation(db, actor, 'read', params.id);
  return { runs: await traceOf(db, params.id, RUNS) };
};
