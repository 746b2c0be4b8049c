'use client';
import { type ReactNode, useState } from 'react';
import { cn } from '@/components/ui/class-names';

const COLUMNS = ['Queue', 'Conversation', 'Cues'] as const;
type Column = (typeof COLUMNS)[number];

interface NarrowDeskProps {
  queue: ReactNode;
  middle: ReactNode;
  side: ReactNode;
  isOpen: boolean;
}

/** One column at a time, where the three don't fit; all stay mounted, so that nothing typed is lost. */
export const NarrowDesk = ({ queue, middle, side, isOpen }: NarrowDeskProps) => {
  const [column, setColumn] = useState<Column>(isOpen ? 'Conversation' : 'Queue');
  const contents: Record<Column, ReactNode> = { Queue: queue, Conversation: middle, Cues: side };
  return (
    <>
      <fieldset aria-label="Column" className="flex h-10 shrink-0 items-center gap-1 border-b px-2">
        {COLUMNS.map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={column === option}
            onClick={() => setColumn(option)}
            className={cn(
              'rounded-md px-3 py-1 text-muted text-sm',
              column === option && 'bg-sunken font-medium text-text',
            )}
          >
            {option}
          </button>
        ))}
      </fieldset>
      {COLUMNS.map((option) => (
        <div key={option} className={cn('min-h-0 flex-1', column !== option && 'hidden')}>
          {contents[option]}
        </div>
      ))}
    </>
  );
};
