import { readParams } from '@/lib/actions/read-params';
import { WRITING } from '@/lib/actions/tools';
import { AppError } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import { actionByKey, addApproval, createAction, findAction, holdLimits } from '@/lib/db/actions';
import { audit } from '@/lib/db/audit';
import type { Tx } from '@/lib/db/handle';
import type { Action } from '@/lib/domain/action';
import type { Services } from '../services';
import { type Ask, holderOf, impossible } from './ask';
import { changedSince, differencesOf, type Shown } from './differences';
import type { Impossible, Sight } from './look-at';
import { tellAction } from './tell';

/** A yes to exactly what was shown. */
export interface Yes {
  /** Of this one intention: the same key again is the same action. */
  key: string;
  hash: string;
  /** What was shown, where the caller still has it. */
  shown?: Shown | undefined;
}

const refused = ({ decision }: Sight): AppError => {
  const failing = decision.clauses.filter(({ is }) => is !== 'true');
  return new AppError('forbidden', 'the policy refuses this action', {
    userMessage: failing.map(({ say, is }) => (is === 'unknown' ? `Not known: ${say}` : say)).join(' '),
    problems: failing.map(({ id, say }) => ({ path: id, message: say })),
  });
};

/** The same key was used for something else. */
const otherIntention = (): AppError =>
  new AppError('conflict', 'this key was used for another action', {
    userMessage: 'This key was used for another action.',
    problems: [{ path: 'key', message: 'was used for another action' }],
  });

/** Parameters as the tool understands them, defaults filled in; as they came where it does not. */
const understood = ({ tool, params }: Pick<Ask, 'tool' | 'params'>): unknown => {
  const parsed = readParams(WRITING[tool], params);
  return parsed.success ? parsed.data : params;
};

/** An offer that is accepted is another intention than the same credit by hand, and so is one in another conversation. */
const sameIntention = (before: Action, ask: Ask, reversesId: string | null): boolean =>
  before.tool === ask.tool &&
  before.customerId === ask.customerId &&
  before.conversationId === ask.conversationId &&
  before.origin === ask.origin &&
  before.originId === ask.originId &&
  before.reversesId === reversesId &&
  (reversesId !== null || hashOf(before.params) === hashOf(understood(ask)));

/**
 * Records that somebody said yes, in the transaction of the caller, who holds the conversation: looks again, under locks that make limits
 * add up; refuses what is not allowed or no longer what was shown; else stores the action with its first approval, decided or waiting for
 * a second person. The same key again answers with the action it made before. Run what comes back `approved` after the transaction.
 */
export const requestAction = async (
  tx: Tx,
  deps: Services,
  ask: Ask,
  yes: Yes,
  look: () => Promise<Sight | Impossible>,
  reversesId: string | null = null,
): Promise<Action> => {
  await holdLimits(tx, ask.customerId, ask.asker.id, ask.tool);
  const before = await actionByKey(tx, ask.asker.id, yes.key);
  if (before) {
    if (!sameIntention(before, ask, reversesId)) throw otherIntention();
    return before;
  }
  const policyHash = deps.policies.current().hash;
  const sight = await look();
  // What was looked at under two versions is approved under none.
  if (deps.policies.current().hash !== policyHash)
    throw changedSince([{ path: 'policies', message: 'were edited this moment' }]);
  if (sight.is === 'impossible') throw impossible(sight.problems);
  if (sight.hash !== yes.hash) throw changedSince(yes.shown ? differencesOf(yes.shown, sight) : []);
  if (sight.decision.outcome === 'refused') throw refused(sight);
  const at = deps.clock.now();
  const { asker } = ask;
  const id = await createAction(tx, {
    customerId: ask.customerId,
    conversationId: ask.conversationId,
    tool: ask.tool,
    params: sight.params,
    hash: sight.hash,
    effect: sight.effect,
    requestedById: asker.id,
    requestedByName: asker.name,
    requestKey: yes.key,
    origin: ask.origin,
    originId: ask.originId,
    reversesId,
    state: sight.decision.outcome === 'allowed' ? 'approved' : 'waiting',
    at,
  });
  await addApproval(tx, {
    actionId: id,
    step: 'first',
    verdict: 'approved',
    actorId: asker.id,
    actorName: asker.name,
    role: holderOf(asker),
    hash: sight.hash,
    policyHash,
    clauses: sight.decision.clauses,
    reason: null,
    at,
  });
  const action = await findAction(tx, id);
  if (action === null) throw new Error(`action ${id} is gone`);
  // What waits for a second person gets its job with their yes.
  if (action.state === 'approved') await deps.jobs.enqueue(tx, 'action', { actionId: id });
  await tellAction(
    tx,
    deps,
    asker,
    action,
    action.state === 'waiting' ? `${asker.name} asked a lead to approve: ${action.effect.sentence}` : null,
  );
  await audit(tx, {
    actor: asker,
    action: 'action.approved',
    resource: id,
    detail: {
      tool: ask.tool,
      customerId: ask.customerId,
      hash: sight.hash,
      amount: sight.effect.amount.minor,
      state: action.state,
    },
    at,
  });
  return action;
};
