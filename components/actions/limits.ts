import type { ActionsView } from '@/lib/contracts/actions';
import { formatMoney } from '@/lib/core/money';
import type { Role } from '@/lib/domain/user';

type Limits = NonNullable<ActionsView['writes'][number]['limits']>;

/** What someone may give, as they read it before they ask for more. */
export const sayLimits = ({ alone, atMost }: Limits, role: Role): string | null => {
  if (atMost.minor === 0) return null;
  if (alone.minor >= atMost.minor) return `Up to ${formatMoney(atMost)}`;
  const second = role === 'lead' ? 'another lead' : 'a lead';
  return alone.minor === 0
    ? `Up to ${formatMoney(atMost)} with ${second}`
    : `Up to ${formatMoney(alone)} alone, ${formatMoney(atMost)} with ${second}`;
};
