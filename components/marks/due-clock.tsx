'use client';
import { AlarmClock, CircleAlert } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { formatWait, sayWait } from '@/lib/client/clock';
import { useNow } from '@/lib/client/now';

/** Time left until `due`, or how long it is over. */
export const DueClock = ({ due, what }: { due: string; what: string }) => {
  const now = useNow();
  const left = Date.parse(due) - now;
  const over = left <= 0;
  const Icon = over ? CircleAlert : AlarmClock;
  return (
    <span
      className={cn(
        'inline-flex shrink-0 items-center gap-1 text-xs tabular-nums',
        over ? 'font-medium text-danger' : 'text-muted',
      )}
    >
      <Icon aria-hidden="true" className="size-3.5" />
      <span aria-hidden="true">{over ? `${formatWait(-left)} over` : `${formatWait(left)} left`}</span>
      <span className="sr-only">
        {over ? `${what} over by ${sayWait(-left)}` : `${what} within ${sayWait(left)}`}
      </span>
    </span>
  );
};
