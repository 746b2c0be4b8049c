'use client';
import { Siren } from 'lucide-react';
import { memo } from 'react';
import { ChannelMark } from '@/components/marks/channel-mark';
import { SentimentMark } from '@/components/marks/sentiment-mark';
import { TierMark } from '@/components/marks/tier-mark';
import { Time } from '@/components/marks/time';
import { UrgencyMark } from '@/components/marks/urgency-mark';
import { WaitClock } from '@/components/marks/wait-clock';
import { cn } from '@/components/ui/class-names';
import type { QueueRow } from '@/lib/contracts/conversations';

const ESCALATIONS = { waiting: 'Escalated', accepted: 'With a lead', returned: 'Returned' } as const;

interface QueueItemProps {
  row: QueueRow;
  intent: string | null;
  open: boolean;
  unread: boolean;
  /** The one row that Tab reaches. */
  current: boolean;
  onOpen: (id: string) => void;
  onReach: (id: string) => void;
}

/** One conversation of the queue. Every part has its place, so that a changing value moves nothing. */
export const QueueItem = memo(({ row, intent, open, unread, current, onOpen, onReach }: QueueItemProps) => (
  <button
    type="button"
    data-row={row.id}
    tabIndex={current ? 0 : -1}
    aria-current={open ? 'true' : undefined}
    onClick={() => onOpen(row.id)}
    onFocus={() => onReach(row.id)}
    onPointerDown={() => onReach(row.id)}
    className={cn(
      'relative flex h-full w-full flex-col justify-center gap-0.5 border-b px-3 text-left outline-offset-[-2px] hover:bg-hover',
      open &&
        'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent hover:bg-accent-soft',
    )}
  >
    <span className="flex w-full items-center gap-1.5">
      <ChannelMark channel={row.channel} />
      <span className={cn('truncate', unread ? 'font-semibold' : 'font-medium')}>{row.customerName}</span>
      <TierMark tier={row.tier} />
      {unread ? (
        <span className="size-1.5 shrink-0 rounded-full bg-accent">
          <span className="sr-only">Unread</span>
        </span>
      ) : null}
      <span className="ml-auto">
        {row.waitingSince === null ? (
          <Time at={row.lastTurnAt} className="text-muted text-xs tabular-nums" />
        ) : (
          <WaitClock since={row.waitingSince} due={row.dueAt} what="Waiting" />
        )}
      </span>
    </span>
    <span className="flex w-full items-center gap-2 text-muted text-xs">
      <span className="truncate">{intent ?? 'Not read yet'}</span>
      <span className="ml-auto flex shrink-0 items-center gap-2">
        {row.escalation === null ? null : (
          <span className="inline-flex items-center gap-0.5 text-accent-strong">
            <Siren aria-hidden="true" className="size-3.5" />
            {ESCALATIONS[row.escalation]}
          </span>
        )}
        <SentimentMark label={row.sentiment} />
        <UrgencyMark urgency={row.urgency} className="w-16" />
      </span>
    </span>
    <span className="w-full truncate text-muted text-xs compact:hidden">{row.lastText}</span>
  </button>
));
QueueItem.displayName = 'QueueItem';
