import type { z } from 'zod';
import type { secondApproval as contract } from '@/lib/contracts/actions';
import { AppError, notFound } from '@/lib/core/errors';
import { addApproval, findAction, holdLimits, lockAction, setActionState } from '@/lib/db/actions';
import { audit } from '@/lib/db/audit';
import { lockConversation } from '@/lib/db/conversations';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import { impossible } from './actions/ask';
import { askAgain } from './actions/ask-again';
import { changedSince, differencesOf } from './actions/differences';
import { mayBeSecond } from './actions/second-person';
import { tellAction } from './actions/tell';
import { authorisedAction } from './authorised-action';
import { undoAcceptance } from './offers/acceptance';
import { runAction } from './run-action';
import { services } from './services';

/** The same word of the same person again: a double click, or an answer that was lost. */
const saidBefore = (
  { approvals }: Action,
  actor: UserActor,
  { verdict, hash }: { verdict: 'approved' | 'declined'; hash: string },
): boolean =>
  approvals.some(
    (said) =>
      said.step === 'second' && said.actorId === actor.id && said.verdict === verdict && said.hash === hash,
  );

/**
 * The second person's word on an action that waits, once: whoever comes later gets `conflict`. A yes is to exactly what was asked for: it
 * is looked at again, and when it would do something else now, or is no longer allowed, it is refused with the difference and still waits.
 */
export const secondApproval = async (
  actor: UserActor,
  { params: { id }, body }: { params: { id: string }; body: z.output<typeof contract.body> },
): Promise<{ action: Action }> => {
  const deps = await services();
  const known = await authorisedAction(deps.db, actor, 'approve', id);
  const policies = deps.policies.current();
  const hindrance = mayBeSecond(actor, known, policies.tools[known.tool]);
  if (hindrance !== null)
    throw new AppError('forbidden', 'not the second person', { userMessage: hindrance });
  const at = deps.clock.now();

  const action = await deps.db.$transaction(async (tx) => {
    await lockConversation(tx, known.conversationId);
    await holdLimits(tx, known.customerId, known.requestedById, known.tool);
    const waiting = await lockAction(tx, id);
    if (waiting === null) throw notFound('Action');
    if (saidBefore(waiting, actor, body)) return waiting;
    if (waiting.state !== 'waiting')
      throw new AppError('conflict', 'decided before', {
        userMessage: 'Someone else has decided this already.',
      });
    if (body.hash !== waiting.hash) throw changedSince([]);
    const first = waiting.approvals.find(({ step }) => step === 'first');
    const sight = body.verdict === 'approved' ? await askAgain(tx, deps, waiting) : null;
    if (sight?.is === 'impossible') throw impossible(sight.problems);
    if (sight && sight.hash !== waiting.hash)
      throw changedSince(
        differencesOf(
          { effect: waiting.effect, decision: { outcome: 'second', clauses: first?.clauses ?? [] } },
          sight,
        ),
      );
    await addApproval(tx, {
      actionId: id,
      step: 'second',
      verdict: body.verdict,
      actorId: actor.id,
      actorName: actor.name,
      role: actor.role,
      hash: waiting.hash,
      policyHash: policies.hash,
      clauses: sight?.decision.clauses ?? first?.clauses ?? [],
      reason: body.reason,
      at,
    });
    await setActionState(tx, id, body.verdict === 'approved' ? 'approved' : 'declined', {
      finishedAt: at,
    });
    if (body.verdict === 'declined' && waiting.origin === 'offer')
      await undoAcceptance(tx, policies, waiting);
    if (body.verdict === 'approved') await deps.jobs.enqueue(tx, 'action', { actionId: id });
    const decided = await findAction(tx, id);
    if (decided === null) throw notFound('Action');
    const why = body.reason === null ? '' : ` ${body.reason}`;
    await tellAction(
      tx,
      deps,
      actor,
      decided,
      body.verdict === 'approved'
        ? `${actor.name} approved: ${decided.effect.sentence}`
        : `${actor.name} declined: ${decided.effect.sentence}${why}`,
    );
    await audit(tx, {
      actor,
      action: `action.second-${body.verdict}`,
      resource: id,
      detail: { hash: waiting.hash, reason: body.reason },
      at,
    });
    return decided;
  });
  return { action: action.state === 'approved' ? await runAction(id) : action };
};
