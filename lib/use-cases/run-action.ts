import { SystemFault } from '@/lib/actions/systems';
import { WRITING } from '@/lib/actions/tools';
import { houseSystems } from '@/lib/connectors/house/systems';
import { notFound } from '@/lib/core/errors';
import {
  addReceipt,
  findAction,
  holdAction,
  limitPatience,
  lockAction,
  recordFault,
  setActionState,
} from '@/lib/db/actions';
import { audit } from '@/lib/db/audit';
import { waitedTooLong } from '@/lib/db/failures';
import type { Tx } from '@/lib/db/handle';
import type { Action } from '@/lib/domain/action';
import type { Actor } from '@/lib/domain/user';
import { log } from '@/lib/telemetry/log';
import { doesOtherwise, doesTheSame } from './actions/as-approved';
import { targetOf } from './actions/look-at';
import { tellAction } from './actions/tell';
import { takeAcceptanceBack } from './offers/acceptance';
import { type Services, services } from './services';

/** A rep and a customer wait: a system of record that takes longer is said to be slow. */
const PATIENCE = { lockMs: 2000, statementMs: 3000 };

/** With a full stop, where it ends in none. */
const sentence = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);

/** Who ran it, where the person who approved it is no longer there to be named. */
const WORKER: Extract<Actor, { kind: 'service' }> = {
  kind: 'service',
  id: 'cuedesk',
  name: 'Cuedesk',
  scopes: [],
};

const FAULTS: Record<SystemFault['fault'], string> = {
  slow: 'did not answer in time',
  unreachable: 'cannot be reached',
};

/** What a person reads when a system of record, or the account itself, did not answer; null for anything else. */
const faultOf = (thrown: unknown): string | null => {
  if (thrown instanceof SystemFault) return `The ${thrown.system} system ${FAULTS[thrown.fault]}.`;
  return waitedTooLong(thrown) ? `The account ${FAULTS.slow}.` : null;
};

const run = async (tx: Tx, deps: Services, action: Action) => {
  const tool = WRITING[action.tool];
  const target = await targetOf(tx, deps, action.customerId);
  const write = { key: action.id };
  const systems = houseSystems(tx);
  if (action.reversesId === null) {
    const params = tool.params.parse(action.params);
    const now = await tool.look(systems, target, params);
    if (now.is === 'possible' && !doesTheSame(action.effect, now.effect)) return doesOtherwise(now.effect);
    return tool.run(systems, target, params, write);
  }
  const reversed = await lockAction(tx, action.reversesId);
  const undo = reversed?.receipt?.outcome.undo ?? null;
  if (tool.reversal === null || undo === null || reversed?.state !== 'done')
    return {
      is: 'impossible' as const,
      problems: [{ path: 'action', message: 'It was taken back before.' }],
    };
  return tool.reversal.run(systems, target, undo, write);
};

/** Runs it and writes its receipt in one transaction: both are there or neither is. Null when there is nothing to run. */
const runOnce = async (deps: Services, id: string): Promise<void> => {
  await deps.db.$transaction(
    async (tx) => {
      const action = await holdAction(tx, id);
      if (action?.state !== 'approved') return;
      await limitPatience(tx, PATIENCE);
      const ran = await run(tx, deps, action);
      const at = deps.clock.now();
      const by = { kind: 'user' as const, id: action.requestedById, name: action.requestedByName };
      if (ran.is === 'impossible') {
        const fault = ran.problems.map(({ message }) => message).join(' ');
        await setActionState(tx, id, 'failed', { fault, finishedAt: at });
      } else {
        await addReceipt(tx, id, ran.outcome, at);
        if (action.reversesId !== null) await setActionState(tx, action.reversesId, 'reversed');
      }
      const now = await findAction(tx, id);
      if (now === null) return;
      await tellAction(
        tx,
        deps,
        by,
        now,
        now.receipt
          ? `${sentence(now.receipt.outcome.sentence)} Receipt ${now.receipt.number}.`
          : `Not done: ${now.fault}`,
      );
      if (now.reversesId !== null) {
        const reversed = await findAction(tx, now.reversesId);
        if (reversed && now.receipt) await takeAcceptanceBack(tx, deps.policies.current(), reversed, at);
        if (reversed) await tellAction(tx, deps, by, reversed, null);
      }
      await audit(tx, {
        actor: WORKER,
        action: now.receipt ? 'action.done' : 'action.failed',
        resource: id,
        detail: { receipt: now.receipt?.number ?? null, fault: now.fault, approvedBy: action.requestedById },
        at,
      });
    },
    { timeout: 15_000 },
  );
};

/** What was left undone: nothing was changed, and it can be tried again. */
const recordFailure = async (deps: Services, id: string, fault: string): Promise<void> => {
  await deps.db.$transaction(async (tx) => {
    const action = await holdAction(tx, id);
    if (action?.state !== 'approved') return;
    const at = deps.clock.now();
    await recordFault(tx, id, fault, at);
    const now = await findAction(tx, id);
    if (now) await tellAction(tx, deps, WORKER, now, null);
    await audit(tx, { actor: WORKER, action: 'action.failed', resource: id, detail: { fault }, at });
  });
};

/**
 * Runs an action that was decided, once, however often and from wherever this is called: whoever asks runs it at once, and the worker
 * runs what a process that died left. Answers how it stands afterwards.
 */
export const runAction = async (id: string): Promise<Action> => {
  const deps = await services();
  try {
    await runOnce(deps, id);
  } catch (thrown) {
    const fault = faultOf(thrown);
    // What nobody foresaw is ours to mend; it must neither be tried for ever nor leave the rep without an answer.
    if (fault === null) log.error({ err: thrown, actionId: id }, 'an action broke');
    else log.warn({ err: thrown, actionId: id }, 'a system of record did not answer');
    await recordFailure(deps, id, `${fault ?? 'It broke on our side.'} Nothing was changed.`);
  }
  const action = await findAction(deps.db, id);
  if (action === null) throw notFound('Action');
  return action;
};
