'use client';
import { CircleAlert, Clock } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { formatWait, pressureOf, sayWait } from '@/lib/client/clock';
import { useNow } from '@/lib/client/now';

const LOOKS = { calm: 'text-muted', soon: 'text-warn', breached: 'text-danger font-medium' } as const;
const SAYS = { calm: '', soon: ', due soon', breached: ', over its target' } as const;

interface WaitClockProps {
  since: string;
  due: string | null;
  /** What runs: "Waiting", "To pick up". */
  what: string;
}

/** A clock that never changes its width. It runs silently: a reader hears it only when it is asked for. */
export const WaitClock = ({ since, due, what }: WaitClockProps) => {
  const now = useNow();
  const begun = Date.parse(since);
  const pressure = pressureOf(now, begun, due === null ? null : Date.parse(due));
  const Icon = pressure === 'breached' ? CircleAlert : Clock;
  return (
    <span
      className={cn(
        'inline-flex w-14 shrink-0 items-center justify-end gap-1 text-xs tabular-nums',
        LOOKS[pressure],
      )}
    >
      {pressure === 'calm' ? null : <Icon aria-hidden="true" className="size-3" />}
      <span aria-hidden="true">{formatWait(now - begun)}</span>
      <span className="sr-only">{`${what} ${sayWait(now - begun)}${SAYS[pressure]}`}</span>
    </span>
  );
};
