import { checkChain } from '@/lib/db/audit-chain';
import { services } from '@/lib/use-cases/services';
import { sumsOff } from './actions-balances';
import { exceeded } from './actions-limits';
import { doubledActions, lostActions } from './actions-lost';
import { type Stored, storedActions } from './actions-stored';
import type { Acknowledged, Cast } from './actions-wishes';

const countBy = <T>(items: readonly T[], by: (item: T) => string): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(items, by)].map(([name, group]) => [name, group.length] as const).sort(),
  );

/** The first sentence without the figures, days and windows that make it one of its kind. */
const plain = (text: string): string =>
  (text.split('. ')[0] ?? text)
    .split(' ')
    .filter((word) => !/\d/.test(word))
    .join(' ');

const limits = async (actions: readonly Stored[]) => {
  const { policies } = await services();
  const counted = actions
    .filter(({ reversesId }) => reversesId === null)
    .map((action) => ({
      tool: action.tool,
      customerId: action.customerId,
      actorId: action.requestedById,
      role: 'rep' as const,
      cents: action.amountMinor,
      from: action.requestedAt.getTime(),
      until: action.freedAt?.getTime() ?? null,
    }));
  return exceeded(counted, policies.current().tools);
};

/** What the database holds after the kills, held against what browsers were told; figures under `lost`, `doubled`, `exceeded` and `off` are faults. */
export const countActions = async ({
  cast,
  acknowledged,
  abandoned,
}: {
  cast: Cast;
  acknowledged: readonly Acknowledged[];
  abandoned: readonly string[];
}) => {
  const { db } = await services();
  const actions = await storedActions();
  const gone = new Set(abandoned);
  const left = actions.filter(({ requestKey }) => gone.has(requestKey));
  const chain = await checkChain(db);
  return {
    actions: countBy(actions, ({ state }) => state),
    tools: countBy(
      actions.filter(({ state }) => state === 'done' || state === 'reversed'),
      ({ tool, reversesId }) => (reversesId === null ? tool : 'taken back'),
    ),
    /** Why those that did not run did not. */
    faults: countBy(
      actions.flatMap(({ fault }) => (fault === null ? [] : [fault])),
      plain,
    ),
    secondApprovals: actions.filter(({ approvals }) => approvals.includes('second')).length,
    /** Of what browsers never asked for again. */
    abandoned: { stored: left.length, ...countBy(left, ({ state }) => state) },
    lost: await lostActions(actions, acknowledged),
    doubled: await doubledActions(),
    exceeded: await limits(actions),
    off: await sumsOff(actions, cast),
    chain: chain.is === 'whole' ? { is: chain.is, entries: chain.entries } : { is: chain.is, entries: 0 },
  };
};
