import type { WrapUpView } from '@/lib/contracts/conversations';
import { notFound } from '@/lib/core/errors';
import { currentCues } from '@/lib/db/cues';
import { openEscalation } from '@/lib/db/escalations';
import { ignoreUnanswered } from '@/lib/db/offers';
import { sentSuggestions } from '@/lib/db/sent-suggestions';
import { listTurns } from '@/lib/db/turns';
import { findWrapUp, startWrapUp as start } from '@/lib/db/wrap-ups';
import { utterancesOf } from '@/lib/domain/conversation';
import { payloadOf } from '@/lib/domain/cue';
import type { UserActor } from '@/lib/domain/user';
import { DEADLINE_MS } from '@/lib/engines/chain/deadline';
import { acceptTurn, tellDesk } from './accept-turn';
import { assistant } from './assistant';
import { authorisedConversation, stillAuthorised } from './authorise';
import { services } from './services';
import { wrapUpView } from './wrap-up-view';

const SUMMARISED_TURNS = 300;

/** Ends the contact and drafts its disposition and notes. Ending twice gives the same wrap-up. */
export const startWrapUp = async (
  actor: UserActor,
  { params }: { params: { id: string } },
): Promise<{ wrapUp: WrapUpView }> => {
  const deps = await services();
  const { conversation, row } = await authorisedConversation(deps.db, actor, 'end', params.id);
  const { dispositions } = deps.policies.current();
  const started = await findWrapUp(deps.db, conversation.id);
  if (started && conversation.state === 'closed') return { wrapUp: wrapUpView(started, dispositions) };

  const [cues, turns, sent, escalation, { modelsFor }] = await Promise.all([
    currentCues(deps.db, conversation.id),
    listTurns(deps.db, conversation.id, SUMMARISED_TURNS),
    sentSuggestions(deps.db, conversation.id),
    openEscalation(deps.db, conversation.id),
    assistant(),
  ]);
  const triage = payloadOf(cues, 'triage')?.triage ?? null;
  const steps = payloadOf(cues, 'resolution')?.resolution.steps ?? [];
  const { value: draft } = await modelsFor({
    until: performance.now() + DEADLINE_MS,
    userId: actor.id,
    known: [{ type: 'person', value: row.customerName }],
  }).summariseWrapUp(
    { utterances: utterancesOf(turns), triage, steps, sent, escalated: escalation !== null, dispositions },
    { signal: AbortSignal.timeout(5000) },
  );
  const now = deps.clock.now();
  await deps.db.$transaction(async (tx) => {
    const held = await stillAuthorised(tx, actor, 'end', conversation.id);
    // A double click: the first one ended it.
    if (held.state === 'closed') return;
    await start(tx, conversation.id, draft, now);
    await ignoreUnanswered(tx, conversation.id, now);
    await tx.conversation.update({
      where: { id: conversation.id },
      data: { state: 'closed', closedAt: now, waitingSince: null, dueAt: null },
    });
    await acceptTurn(
      tx,
      deps,
      {
        conversationId: conversation.id,
        role: 'system',
        kind: 'event',
        text: `${actor.name} ended the conversation`,
        authorId: actor.id,
        authorName: actor.name,
        at: now,
      },
      { channel: row.channel, tier: row.tier },
    );
    await tellDesk(tx, conversation.id, [{ kind: 'wrap-up.changed', conversationId: conversation.id }]);
  });
  const stored = await findWrapUp(deps.db, conversation.id);
  if (!stored) throw notFound('Wrap-up');
  return { wrapUp: wrapUpView(stored, dispositions) };
};
