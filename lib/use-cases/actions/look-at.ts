import { readParams } from '@/lib/actions/read-params';
import type { Looked, Target } from '@/lib/actions/tool';
import { WRITING } from '@/lib/actions/tools';
import { houseSystems } from '@/lib/connectors/house/systems';
import type { ActionPreview } from '@/lib/contracts/actions';
import { DAY } from '@/lib/core/clock';
import { notFound } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import { loadAccount } from '@/lib/db/accounts';
import { usageOf, wasTakenBack } from '@/lib/db/actions';
import type { Tx } from '@/lib/db/handle';
import type { Action, AuthorityDecision, Effect } from '@/lib/domain/action';
import type { Flag } from '@/lib/domain/triage';
import { authoriseAction, authoriseReversal } from '@/lib/rules/authorise-action';
import { toolFacts } from '@/lib/rules/tool-facts';
import type { Services } from '../services';
import { type Ask, holderOf } from './ask';
import { flagsOf, flagsOfOpen } from './flags-of';
import { problemsOf } from './problems-of';

/** What was looked at: what is shown, and what it stands on. */
export type Sight = Extract<ActionPreview, { is: 'possible' }>;
export type Impossible = Extract<ActionPreview, { is: 'impossible' }>;

/** What an approval is bound to: what would run, what it would do, and by which rules it is allowed. */
export const hashOfSight = (
  tool: string,
  params: unknown,
  effect: Effect,
  decision: AuthorityDecision,
): string =>
  hashOf({
    tool,
    params,
    effect,
    outcome: decision.outcome,
    clauses: decision.clauses.map(({ id, when, is }) => ({ id, when, is })),
  });

export const targetOf = async (
  tx: Tx,
  { policies, clock }: Services,
  customerId: string,
): Promise<Target> => {
  const account = await loadAccount(tx, customerId);
  if (account === null) throw notFound('Customer');
  const { pricing, contact } = policies.current();
  return { account, now: clock.now(), pricing, pools: contact.pools };
};

const standingFlags = (tx: Tx, { conversationId, customerId }: Ask): Promise<Flag[] | null> =>
  conversationId === null ? flagsOfOpen(tx, customerId) : flagsOf(tx, conversationId);

const seen = (tool: string, params: Sight['params'], effect: Effect, decision: AuthorityDecision): Sight => ({
  is: 'possible',
  params,
  effect,
  decision,
  hash: hashOfSight(tool, params, effect, decision),
});

/**
 * What an action would do to an account as it is now, and whether who asks may have it done. Changes nothing. `except` is the action that
 * is being decided, which does not count against itself.
 */
export const lookAt = async (tx: Tx, deps: Services, ask: Ask, except = ''): Promise<Sight | Impossible> => {
  const tool = WRITING[ask.tool];
  const parsed = readParams(tool, ask.params);
  if (!parsed.success) return { is: 'impossible', problems: problemsOf(parsed.error.issues) };
  const target = await targetOf(tx, deps, ask.customerId);
  const looked: Looked = await tool.look(houseSystems(tx), target, parsed.data);
  if (looked.is === 'impossible') return looked;
  const { effect, facts } = looked;
  const authority = deps.policies.current().tools[ask.tool];
  const holder = holderOf(ask.asker);
  const now = target.now.getTime();
  const usage = await usageOf(tx, {
    tool: ask.tool,
    customerId: ask.customerId,
    customerSince: new Date(now - (authority.per_customer?.days ?? 1) * DAY),
    actorId: ask.asker.id,
    actorSince: new Date(now - DAY),
    except,
  });
  const amount = effect.amount.minor;
  const flags = await standingFlags(tx, ask);
  const { origin } = ask;
  const decision = authoriseAction(authority, {
    holder,
    amount,
    usage,
    forOffer: origin === 'offer',
    facts: toolFacts({
      holder,
      amount,
      reversal: false,
      origin,
      target: facts,
      account: target.account,
      flags,
      now: target.now,
    }),
  });
  return seen(ask.tool, parsed.data as Sight['params'], effect, decision);
};

/** The same for taking an action back. `except` is the reversal that is being decided. */
export const lookAtReversal = async (
  tx: Tx,
  deps: Services,
  ask: Ask,
  of: Action,
  except = '',
): Promise<Sight | Impossible> => {
  const { reversal } = WRITING[of.tool];
  const undo = of.receipt?.outcome.undo ?? null;
  if (of.state === 'reversed' || (await wasTakenBack(tx, of.id, except)))
    return { is: 'impossible', problems: [{ path: 'action', message: 'This was taken back already.' }] };
  if (reversal === null || undo === null || of.state !== 'done')
    return { is: 'impossible', problems: [{ path: 'action', message: 'This cannot be taken back.' }] };
  const target = await targetOf(tx, deps, of.customerId);
  const looked = await reversal.look(houseSystems(tx), target, undo);
  if (looked.is === 'impossible') return looked;
  const holder = holderOf(ask.asker);
  const days = Math.floor((target.now.getTime() - Date.parse(of.receipt?.at ?? of.requestedAt)) / DAY);
  const flags = await standingFlags(tx, ask);
  const decision = authoriseReversal(
    deps.policies.current().tools[of.tool],
    {
      holder,
      facts: toolFacts({
        holder,
        amount: 0,
        reversal: true,
        origin: ask.origin,
        target: looked.facts,
        account: target.account,
        flags,
        now: target.now,
      }),
    },
    days,
  );
  return seen(of.tool, ask.params as Sight['params'], looked.effect, decision);
};
