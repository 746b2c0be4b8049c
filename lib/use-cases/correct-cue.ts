import { AppError } from '@/lib/core/errors';
import { lockConversation } from '@/lib/db/conversations';
import { recordCorrection } from '@/lib/db/corrections';
import { recordCueEvent, withdrawResolution } from '@/lib/db/cues';
import { queueRun } from '@/lib/db/runs';
import type { CorrectionBody } from '@/lib/domain/correction';
import type { UserActor } from '@/lib/domain/user';
import { tellDesk } from './accept-turn';
import { authorisedCue } from './authorised-cue';
import { services } from './services';

interface Input {
  params: { id: string };
  body: { body: CorrectionBody; reason: string | null };
}

/** Kinds a person makes by hand; accepts, edits and returns are recorded where they happen. */
const BY_HAND: CorrectionBody['kind'][] = ['dismissal', 'override'];

/** Stores a correction. An override is worked in at once: the conversation is run again with it. A dismissal takes the suggestion away. */
export const correctCue = async (
  actor: UserActor,
  { params, body: { body, reason } }: Input,
): Promise<{ ok: true }> => {
  if (!BY_HAND.includes(body.kind)) {
    throw new AppError('invalid', `a correction of kind ${body.kind} is not made by hand`, {
      problems: [{ path: 'body.kind', message: 'must be dismissal or override' }],
    });
  }
  const deps = await services();
  const { policies, clock, jobs } = deps;
  if (
    body.kind === 'override' &&
    body.field === 'intent' &&
    !policies.current().intents.some((intent) => intent.id === body.after)
  ) {
    throw new AppError('invalid', `no intent ${body.after}`, {
      problems: [{ path: 'body.after', message: 'is not an intent of this desk' }],
    });
  }
  const cue = await authorisedCue(deps.db, actor, 'correct', params.id);
  const { conversationId } = cue;
  const now = clock.now();
  await deps.db.$transaction(async (tx) => {
    await lockConversation(tx, conversationId);
    await recordCorrection(tx, {
      conversationId,
      cueId: cue.id,
      runId: cue.runId,
      actorId: actor.id,
      body,
      reason,
      at: now,
    });
    if (body.kind === 'dismissal') {
      await recordCueEvent(tx, cue.id, 'dismissed', actor.id, now);
      if (cue.payload.kind === 'resolution' && (await withdrawResolution(tx, conversationId))) {
        await tellDesk(tx, conversationId, [{ kind: 'cues.withdrawn', conversationId }]);
      }
      return;
    }
    const { turnCount } = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      select: { turnCount: true },
    });
    const runId = await queueRun(tx, { conversationId, trigger: 'correction', turnSeq: turnCount }, now);
    await jobs.enqueue(tx, 'run', { runId });
    await tellDesk(tx, conversationId, [{ kind: 'run.changed', conversationId, runId, state: 'queued' }]);
  });
  return { ok: true };
};
