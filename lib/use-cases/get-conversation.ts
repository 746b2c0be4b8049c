import type { ConversationView } from '@/lib/contracts/conversations';
import { findDraft } from '@/lib/db/drafts';
import { findEscalation, openEscalation } from '@/lib/db/escalations';
import { othersHere } from '@/lib/db/presence';
import { listTurns } from '@/lib/db/turns';
import { findWrapUp } from '@/lib/db/wrap-ups';
import type { UserActor } from '@/lib/domain/user';
import { can } from '@/lib/rules/can';
import { authorisedConversation, resourceOf } from './authorise';
import { scopeOf } from './scope-of';
import { services } from './services';
import { wrapUpView } from './wrap-up-view';

/** Turns of the first page; earlier ones are fetched while scrolling up. */
export const TURNS_PAGE = 60;

/** One conversation as the console shows it, with what this actor may do in it. */
export const getConversation = async (
  actor: UserActor,
  { params }: { params: { id: string } },
): Promise<ConversationView> => {
  const { db, clock, policies } = await services();
  const found = await authorisedConversation(db, actor, 'read', params.id);
  const { conversation, row } = found;
  const [turns, draft, presence, escalation, wrapUp, assignee] = await Promise.all([
    listTurns(db, conversation.id, TURNS_PAGE + 1),
    findDraft(db, conversation.id, actor.id),
    othersHere(db, conversation.id, actor.id, clock.now()),
    openEscalation(db, conversation.id),
    findWrapUp(db, conversation.id),
    conversation.assigneeId
      ? db.user.findUnique({ where: { id: conversation.assigneeId }, select: { name: true } })
      : null,
  ]);
  const resource = resourceOf(found);
  return {
    conversation,
    row,
    assigneeName: assignee?.name ?? null,
    turns: turns.slice(-TURNS_PAGE),
    earlier: turns.length > TURNS_PAGE,
    draft,
    presence,
    escalation,
    wrapUp: wrapUp && wrapUpView(wrapUp, policies.current().dispositions),
    may: {
      reply: can(actor, 'reply', resource),
      take: can(actor, 'take', resource),
      correct: can(actor, 'correct', resource),
      escalate: can(actor, 'escalate', resource),
      wrapUp: can(actor, 'end', resource),
      decideEscalation:
        escalation !== null &&
        can(actor, 'decide', { kind: 'escalation', state: escalation.state }) &&
        (await findEscalation(db, scopeOf(actor), escalation.id)) !== null,
    },
  };
};
