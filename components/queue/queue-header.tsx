'use client';
import { ListFilter } from 'lucide-react';
import { channelName } from '@/components/marks/channel-mark';
import { urgencyName } from '@/components/marks/urgency-mark';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Menu, MenuChoice, MenuItem, MenuLine } from '@/components/ui/menu';
import type { QueueView } from '@/lib/contracts/conversations';
import { CHANNELS } from '@/lib/domain/channel';
import { urgencySchema } from '@/lib/domain/triage';
import type { useQueueFilter } from './use-queue-filter';

const VIEWS: Record<QueueView, string> = { mine: 'Mine', waiting: 'Waiting', open: 'Open', closed: 'Closed' };

const CHANNEL_OPTIONS = [
  { value: 'any', label: 'Any channel' },
  ...CHANNELS.map((value) => ({ value, label: channelName(value) })),
] as const;
const URGENCY_OPTIONS = [
  { value: 'any', label: 'Any urgency' },
  ...urgencySchema.options.map((value) => ({ value, label: urgencyName(value) })),
] as const;

interface QueueHeaderProps extends ReturnType<typeof useQueueFilter> {
  views: readonly QueueView[];
}

export const QueueHeader = ({ views, view, channel, urgency, setFilter }: QueueHeaderProps) => {
  const filtered = channel !== null || urgency !== null;
  return (
    <div className="flex h-12 shrink-0 items-center gap-1 border-b px-2">
      <h2 className="sr-only">Queue</h2>
      <fieldset aria-label="View" className="flex flex-1 gap-0.5">
        {views.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={view === option}
            onClick={() => void setFilter({ view: option })}
            className={cn(
              'rounded-md px-2 py-1 text-muted text-sm hover:bg-hover hover:text-text',
              view === option && 'bg-sunken font-medium text-text',
            )}
          >
            {VIEWS[option]}
          </button>
        ))}
      </fieldset>
      <Menu
        trigger={
          <Button
            look="ghost"
            size="icon-sm"
            aria-label={filtered ? 'Filter: on' : 'Filter'}
            className={cn(filtered && 'bg-accent-soft text-accent-strong')}
          >
            <ListFilter aria-hidden="true" />
          </Button>
        }
      >
        <MenuChoice
          label="Channel"
          value={channel ?? 'any'}
          options={CHANNEL_OPTIONS}
          onChange={(value) => void setFilter({ channel: value === 'any' ? null : value })}
        />
        <MenuLine />
        <MenuChoice
          label="Urgency"
          value={urgency ?? 'any'}
          options={URGENCY_OPTIONS}
          onChange={(value) => void setFilter({ urgency: value === 'any' ? null : value })}
        />
        {filtered ? (
          <>
            <MenuLine />
            <MenuItem onSelect={() => void setFilter({ channel: null, urgency: null })}>
              Clear the filter
            </MenuItem>
          </>
        ) : null}
      </Menu>
    </div>
  );
};
