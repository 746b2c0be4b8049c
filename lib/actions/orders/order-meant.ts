import { z } from 'zod';
import type { Account } from '../../domain/customer';
import type { Said, Target } from '../tool';

type AccountOrder = Account['orders'][number];

/** The parameter that names an order. */
export const orderParam = z
  .string({ error: 'Choose an order' })
  .trim()
  .min(1, 'Choose an order')
  .max(40, 'There is no such order on this account')
  .meta({ title: 'Order' });

export const NO_SUCH_ORDER = 'There is no such order on this account';

/** The order that was named, or the only one whose status makes it likely; none rather than a guess. */
export const orderMeant = (
  { account }: Target,
  { named }: Said,
  likely: readonly AccountOrder['status'][],
): AccountOrder | null => {
  const spokenOf = named.flatMap((id) => account.orders.find((order) => order.id === id) ?? [])[0];
  const candidates = account.orders.filter(({ status }) => likely.includes(status));
  return spokenOf ?? (candidates.length === 1 ? (candidates[0] ?? null) : null);
};
