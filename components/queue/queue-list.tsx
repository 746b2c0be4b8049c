'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { density } from '@/components/shell/density';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { seen } from '@/lib/client/seen';
import { useStore } from '@/lib/client/store';
import type { QueueRow } from '@/lib/contracts/conversations';
import { QueueItem } from './queue-item';
import { useHeldRows } from './use-held-rows';
import { useHold } from './use-hold';

/** Pixels of a row, as its three or two lines need. */
const HEIGHTS = { comfortable: 76, compact: 52 } as const;

interface QueueListProps {
  rows: readonly QueueRow[];
  /** Which list this is: view and filter. */
  name: string;
  openId: string | null;
  intentTitle: (id: string | null) => string | null;
  onOpen: (id: string) => void;
  onPrefetch: (id: string) => void;
  more: (() => void) | null;
}

export const QueueList = ({
  rows: latest,
  name,
  openId,
  intentTitle,
  onOpen,
  onPrefetch,
  more,
}: QueueListProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useHold();
  const [released, setReleased] = useState(0);
  const [reached, setReached] = useState<string | null>(null);
  const { rows, fresh } = useHeldRows(latest, hold.held, `${name} ${released}`);
  const seenTurns = useStore(seen);
  const height = HEIGHTS[useStore(density)];

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    onChange: ({ range }) => {
      if (more && range && range.endIndex >= rows.length - 10) more();
    },
  });

  const at = rows.findIndex((row) => row.id === (reached ?? openId));
  const current = rows[Math.max(0, at)]?.id;

  const move = (step: 1 | -1): void => {
    const index = at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step));
    const row = rows[index];
    if (row === undefined) return;
    setReached(row.id);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus(),
    );
  };
  useShortcut('next', () => move(1));
  useShortcut('previous', () => move(-1));

  const reach = useCallback(
    (id: string): void => {
      setReached(id);
      onPrefetch(id);
    },
    [onPrefetch],
  );

  const arrows = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    },
  };

  return (
    <div className="relative min-h-0 flex-1" {...hold.props} {...arrows}>
      <div ref={scroller} className="scroll-thin h-full overflow-y-auto">
        <ul className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <li
                key={item.key}
                aria-setsize={more ? -1 : rows.length}
                aria-posinset={item.index + 1}
                className="absolute inset-x-0 top-0"
                style={{ height, transform: `translateY(${item.start}px)` }}
              >
                <QueueItem
                  row={row}
                  intent={intentTitle(row.intent)}
                  open={row.id === openId}
                  unread={
                    row.state === 'open' && row.id !== openId && row.turnCount > (seenTurns[row.id] ?? 0)
                  }
                  current={row.id === current}
                  onOpen={onOpen}
                  onReach={reach}
                />
              </li>
            );
          })}
        </ul>
      </div>
      <div role="status" className="pointer-events-none absolute inset-x-0 top-2 flex justify-center">
        {fresh > 0 ? (
          <Button
            look="primary"
            size="sm"
            className="pop-in pointer-events-auto rounded-full shadow-pop"
            onClick={() => setReleased(released + 1)}
          >
            {fresh} new
          </Button>
        ) : null}
      </div>
    </div>
  );
};
