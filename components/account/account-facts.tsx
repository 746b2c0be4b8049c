import type { ReactNode } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { formatMoney, type Money } from '@/lib/core/money';

export const MoneyText = ({ amount }: { amount: Money }) => (
  <span className="tabular-nums">{formatMoney(amount)}</span>
);

const TONES: Record<string, Tone> = {
  overdue: 'danger',
  disputed: 'warn',
  due: 'neutral',
  paid: 'ok',
  posted: 'ok',
  pending: 'neutral',
  failed: 'danger',
  returned: 'warn',
  delayed: 'warn',
  delivered: 'ok',
  missed: 'danger',
  done: 'ok',
  online: 'ok',
  degraded: 'warn',
  offline: 'danger',
};

/** A status of the account; the word says it, the colour helps. */
export const Status = ({ of }: { of: string }) => <Badge tone={TONES[of] ?? 'neutral'}>{of}</Badge>;

interface FactListProps<T> {
  title: string;
  items: readonly T[];
  none: string;
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
}

/** One kind of thing the account has, each on a line. */
export const FactList = <T,>({ title, items, none, keyOf, children }: FactListProps<T>) => (
  <section className="border-b px-4 py-3">
    <h3 className="mb-1 font-medium text-faint text-xs">
      {title} <span className="tabular-nums">{items.length > 0 ? items.length : ''}</span>
    </h3>
    {items.length === 0 ? (
      <p className="text-muted text-sm">{none}</p>
    ) : (
      <ul className="flex flex-col gap-1.5">
        {items.map((item) => (
          <li key={keyOf(item)} className="text-sm">
            {children(item)}
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** Left what it is, right its figure and status. */
export const FactLine = ({
  what,
  about,
  right,
}: {
  what: ReactNode;
  about?: ReactNode;
  right?: ReactNode;
}) => (
  <div className="flex items-baseline gap-2">
    <span className="min-w-0 flex-1">
      {what} {about ? <span className="text-muted text-xs">{about}</span> : null}
    </span>
    <span className="flex shrink-0 items-center gap-2">{right}</span>
  </div>
);
