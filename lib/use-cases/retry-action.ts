import { AppError, notFound } from '@/lib/core/errors';
import { holdLimits, lockAction, setActionState } from '@/lib/db/actions';
import { audit } from '@/lib/db/audit';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import { impossible } from './actions/ask';
import { askAgain } from './actions/ask-again';
import { changedSince, differencesOf } from './actions/differences';
import { stillAuthorised } from './authorise';
import { authorisedAction } from './authorised-action';
import { runAction } from './run-action';
import { services } from './services';

/**
 * Runs an approved action again that failed. It has its old key, so nothing is doubled; when it would do something else now, it is refused
 * with the difference and has to be asked for anew.
 */
export const retryAction = async (
  actor: UserActor,
  { params: { id } }: { params: { id: string } },
): Promise<{ action: Action }> => {
  const deps = await services();
  const known = await authorisedAction(deps.db, actor, 'act', id);
  await deps.db.$transaction(async (tx) => {
    await stillAuthorised(tx, actor, 'act', known.conversationId);
    await holdLimits(tx, known.customerId, known.requestedById, known.tool);
    const failed = await lockAction(tx, id);
    if (failed === null) throw notFound('Action');
    if (failed.state !== 'failed')
      throw new AppError('conflict', 'nothing to try again', { userMessage: 'This action did not fail.' });
    const sight = await askAgain(tx, deps, failed);
    if (sight.is === 'impossible') throw impossible(sight.problems);
    const first = failed.approvals.find(({ step }) => step === 'first');
    const outcome = failed.approvals.length > 1 ? 'second' : 'allowed';
    const shown = { effect: failed.effect, decision: { outcome, clauses: first?.clauses ?? [] } } as const;
    if (sight.hash !== failed.hash) throw changedSince(differencesOf(shown, sight));
    await setActionState(tx, id, 'approved');
    await deps.jobs.enqueue(tx, 'action', { actionId: id });
    await audit(tx, {
      actor,
      action: 'action.retried',
      resource: id,
      detail: { hash: failed.hash },
      at: deps.clock.now(),
    });
  });
  return { action: await runAction(id) };
};
