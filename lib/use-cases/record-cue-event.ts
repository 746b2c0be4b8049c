import { recordCueEvent as record } from '@/lib/db/cues';
import type { CueEventKind } from '@/lib/domain/cue';
import type { UserActor } from '@/lib/domain/user';
import { authorisedCue } from './authorised-cue';
import { services } from './services';

/** Records what happened to a cue, for the honest funnel. */
export const recordCueEvent = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { kind: CueEventKind } },
): Promise<{ ok: true }> => {
  const { db, clock } = await services();
  const cue = await authorisedCue(db, actor, 'read', params.id);
  await record(db, cue.id, body.kind, actor.id, clock.now());
  return { ok: true };
};
