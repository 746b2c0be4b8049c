'use client';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { cn } from '@/components/ui/class-names';

export const BOARDS = ['packets', 'approvals'] as const;
export type Board = (typeof BOARDS)[number];

const NAMES: Record<Board, string> = { packets: 'Packets', approvals: 'Approvals' };

/** Which board is looked at; it stands in the address. */
export const useBoard = () => useQueryState('board', parseAsStringLiteral(BOARDS).withDefault('packets'));

interface BoardTabsProps {
  board: Board;
  onChange: (board: Board) => void;
  /** Actions that wait for this person. */
  waiting: number;
}

export const BoardTabs = ({ board, onChange, waiting }: BoardTabsProps) => (
  <fieldset aria-label="Board" className="flex gap-0.5">
    {BOARDS.map((option) => (
      <button
        key={option}
        type="button"
        aria-pressed={board === option}
        onClick={() => onChange(option)}
        className={cn(
          'rounded-md px-2 py-1 text-muted text-sm hover:bg-hover hover:text-text',
          board === option && 'bg-sunken font-medium text-text',
        )}
      >
        {NAMES[option]}
        {option === 'approvals' && waiting > 0 ? (
          <span className="ml-1.5 tabular-nums">
            {waiting}
            <span className="sr-only"> waiting for you</span>
          </span>
        ) : null}
      </button>
    ))}
  </fieldset>
);
