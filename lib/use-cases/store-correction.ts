import { AppError } from '@/lib/core/errors';
import { lockConversation } from '@/lib/db/conversations';
import { recordCorrection } from '@/lib/db/corrections';
import { recordCueEvent, withdrawResolution } from '@/lib/db/cues';
import type { Tx } from '@/lib/db/handle';
import { queueRun } from '@/lib/db/runs';
import type { CorrectionBody } from '@/lib/domain/correction';
import type { Cue } from '@/lib/domain/cue';
import { tellDesk } from './accept-turn';
import type { Services } from './services';

export interface ByHand {
  body: CorrectionBody;
  reason: string | null;
}

/** Kinds a person makes by hand; accepts, edits and returns are recorded where they happen. */
const BY_HAND: CorrectionBody['kind'][] = ['dismissal', 'override'];

/** Throws `invalid` where a correction is none that is made by hand, or names an intent that this desk does not have. */
export const checkCorrection = ({ policies }: Services, body: CorrectionBody): void => {
  if (!BY_HAND.includes(body.kind)) {
    throw new AppError('invalid', `a correction of kind ${body.kind} is not made by hand`, {
      problems: [{ path: 'body.kind', message: 'must be dismissal or override' }],
    });
  }
  if (
    body.kind === 'override' &&
    body.field === 'intent' &&
    !policies.current().intents.some((intent) => intent.id === body.after)
  ) {
    throw new AppError('invalid', `no intent ${body.after}`, {
      problems: [{ path: 'body.after', message: 'is not an intent of this desk' }],
    });
  }
};

/** Stores a correction. An override is worked in at once: the conversation is run again with it. A dismissal takes the suggestion away. */
export const storeCorrection = async (
  tx: Tx,
  { clock, jobs }: Services,
  cue: Cue,
  actorId: string,
  { body, reason }: ByHand,
): Promise<void> => {
  const { conversationId } = cue;
  const now = clock.now();
  await lockConversation(tx, conversationId);
  await recordCorrection(tx, {
    conversationId,
    cueId: cue.id,
    runId: cue.runId,
    actorId,
    body,
    reason,
    at: now,
  });
  if (body.kind === 'dismissal') {
    await recordCueEvent(tx, cue.id, 'dismissed', actorId, now);
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
};
