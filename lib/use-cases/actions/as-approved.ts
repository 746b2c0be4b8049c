import { NEXT_BILL } from '@/lib/actions/billing/next-bill';
import { impossible } from '@/lib/actions/impossible';
import { hashOf } from '@/lib/core/hash';
import type { Effect } from '@/lib/domain/action';

/** What it does by itself: the next bill in all is other actions' as well, which may have run meanwhile. */
const own = ({ changes, amount }: Effect) => ({
  amount,
  changes: changes.filter(({ what }) => what !== NEXT_BILL),
});

/**
 * Whether an action would do what was approved. A process may die between the approval and the run, and another action or the next day come
 * first: what is then prorated, charged or promised can be something else.
 */
export const doesTheSame = (approved: Effect, now: Effect): boolean =>
  hashOf(own(approved)) === hashOf(own(now));

/** What becomes of one that would not: nothing. */
export const doesOtherwise = ({ sentence }: Effect) =>
  impossible('action', `Things changed after it was approved. It would now: ${sentence}. Ask for it again.`);
