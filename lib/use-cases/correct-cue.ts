import type { UserActor } from '@/lib/domain/user';
import { authorisedCue } from './authorised-cue';
import { services } from './services';
import { type ByHand, checkCorrection, storeCorrection } from './store-correction';

/** A person corrects a cue of a conversation in their scope. Throws `invalid`, `not_found` or `forbidden`. */
export const correctCue = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: ByHand },
): Promise<{ ok: true }> => {
  const deps = await services();
  checkCorrection(deps, body.body);
  const cue = await authorisedCue(deps.db, actor, 'correct', params.id);
  await deps.db.$transaction((tx) => storeCorrection(tx, deps, cue, actor.id, body));
  return { ok: true };
};
