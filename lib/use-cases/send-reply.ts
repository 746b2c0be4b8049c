import { AppError } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import { editDistance } from '@/lib/core/text';
import { recordCorrection } from '@/lib/db/corrections';
import { findCue, recordCueEvent } from '@/lib/db/cues';
import { findDelivery, lockDelivery, recordDelivery } from '@/lib/db/deliveries';
import { saveDraft } from '@/lib/db/drafts';
import type { Tx } from '@/lib/db/handle';
import { findTurn } from '@/lib/db/turns';
import type { Turn } from '@/lib/domain/conversation';
import type { Cue } from '@/lib/domain/cue';
import type { UserActor } from '@/lib/domain/user';
import { guardTyping } from '@/lib/rules/guard';
import { acceptTurn } from './accept-turn';
import { authorisedConversation, stillAuthorised } from './authorise';
import { guardContext } from './guard-context';
import { readableText } from './readable-text';
import { services } from './services';

/** The suggested wording of a cue, as it was shown. */
const suggestionOf = (cue: Cue): string | null => {
  if (cue.payload.kind !== 'resolution' || cue.payload.resolution.outcome === 'abstain') return null;
  return cue.payload.guard?.text ?? cue.payload.resolution.reply;
};

/** Records whether the rep sent the suggestion as it was or changed it, and by how much. */
const recordUse = async (tx: Tx, actor: UserActor, cue: Cue, sent: string, at: Date): Promise<void> => {
  const before = suggestionOf(cue);
  if (before === null) return;
  const distance = editDistance(before, sent);
  const correction = {
    conversationId: cue.conversationId,
    cueId: cue.id,
    runId: cue.runId,
    actorId: actor.id,
    reason: null,
    at,
  };
  await recordCorrection(tx, {
    ...correction,
    body: distance === 0 ? { kind: 'accept', text: sent } : { kind: 'edit', before, after: sent, distance },
  });
  if (distance > 0) await recordCueEvent(tx, cue.id, 'edited', actor.id, at);
  await recordCueEvent(tx, cue.id, 'sent', actor.id, at);
};

interface Input {
  params: { id: string };
  body: { text: string; cueId: string | null; clientId: string };
}

/**
 * Sends a message to the customer, once per client id. A wording that a guardrail blocks is refused; the draft stays.
 */
export const sendReply = async (actor: UserActor, { params, body }: Input): Promise<{ turn: Turn }> => {
  const deps = await services();
  const { conversation, row } = await authorisedConversation(deps.db, actor, 'reply', params.id);
  const text = readableText(body.text);
  const blocked = guardTyping(
    deps.policies.current().guardrails,
    await guardContext(deps.db, conversation, text),
  ).find((finding) => finding.severity === 'block');
  if (blocked) {
    throw new AppError('invalid', `guardrail ${blocked.rule} blocks this wording`, {
      userMessage: blocked.message,
      problems: [{ path: 'text', message: blocked.message }],
    });
  }
  const cue = body.cueId ? await findCue(deps.db, body.cueId) : null;
  const now = deps.clock.now();
  const key = { channel: 'console', externalId: `${actor.id}:${body.clientId}` };

  return deps.db.$transaction(async (tx) => {
    await lockDelivery(tx, key.channel, key.externalId);
    const before = await findDelivery(tx, key.channel, key.externalId);
    if (before) {
      const turn = await findTurn(tx, before.turnId);
      if (turn && turn.conversationId === conversation.id && turn.text === text) return { turn };
      throw new AppError('conflict', 'this clientId was used for another reply', {
        problems: [{ path: 'clientId', message: 'was used for another reply' }],
      });
    }
    await stillAuthorised(tx, actor, 'reply', conversation.id);
    if (cue && cue.conversationId === conversation.id) await recordUse(tx, actor, cue, text, now);
    await saveDraft(tx, conversation.id, actor.id, { text: '', cueId: null });
    const turn = await acceptTurn(
      tx,
      deps,
      {
        conversationId: conversation.id,
        role: 'rep',
        kind: 'message',
        text,
        authorId: actor.id,
        authorName: actor.name,
        at: now,
      },
      { channel: row.channel, tier: row.tier },
    );
    await recordDelivery(tx, {
      ...key,
      bodyHash: hashOf(text),
      turnId: turn.id,
      conversationId: conversation.id,
    });
    return { turn };
  });
};
