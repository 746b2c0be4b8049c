import { currentCues } from '@/lib/db/cues';
import { latestRun } from '@/lib/db/runs';
import type { UserActor } from '@/lib/domain/user';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** The current cue of each kind, and whether more are being made. */
export const listCues = async (actor: UserActor, { params }: { params: { id: string } }) => {
  const { db } = await services();
  await authorisedConversation(db, actor, 'read', params.id);
  const [cues, run] = await Promise.all([currentCues(db, params.id), latestRun(db, params.id)]);
  return { cues, run };
};
