import { Lock } from 'lucide-react';
import { memo } from 'react';
import { Time } from '@/components/marks/time';
import { cn } from '@/components/ui/class-names';
import type { Turn } from '@/lib/domain/conversation';

const NAMES = { customer: 'Customer', rep: 'Team', system: 'System' } as const;

const EventLine = ({ turn }: { turn: Turn }) => (
  <p className="flex items-center gap-3 py-1 text-faint text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
    <span>
      {turn.text} · <Time at={turn.at} />
    </span>
  </p>
);

const looks = (turn: Turn): string => {
  if (turn.kind === 'note') return 'ml-10 border-note/30 border bg-note-soft';
  return turn.role === 'customer' ? 'mr-10 border bg-surface' : 'ml-10 bg-accent-soft';
};

/** One turn as plain text: nothing a customer writes is ever markup here. */
export const TurnItem = memo(({ turn, follows }: { turn: Turn; follows: boolean }) => (
  <li
    id={`turn-${turn.id}`}
    tabIndex={-1}
    className={cn('turn-row scroll-mt-8 rounded-lg outline-none', follows ? 'pt-1' : 'pt-3')}
  >
    {turn.kind === 'event' ? (
      <EventLine turn={turn} />
    ) : (
      <div className={cn('rounded-lg px-3 py-2', looks(turn))}>
        <p className={cn('mb-0.5 flex items-center gap-2 text-muted text-xs', follows && 'sr-only')}>
          {turn.kind === 'note' ? <Lock aria-hidden="true" className="size-3" /> : null}
          <span className="font-medium">{turn.authorName ?? NAMES[turn.role]}</span>
          {turn.kind === 'note' ? <span>Internal note</span> : null}
          <Time at={turn.at} className="ml-auto tabular-nums" />
        </p>
        <p className="whitespace-pre-wrap break-words [overflow-wrap:anywhere]">{turn.text}</p>
      </div>
    )}
  </li>
));
TurnItem.displayName = 'TurnItem';
