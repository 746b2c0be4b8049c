'use client';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { Popover, PopoverClose } from '@/components/ui/popover';
import type { CorrectionBody } from '@/lib/domain/correction';

export type DismissalWhy = Extract<CorrectionBody, { kind: 'dismissal' }>['why'];

const WHYS: readonly { why: DismissalWhy; label: string }[] = [
  { why: 'wrong', label: 'It is wrong' },
  { why: 'not-now', label: 'Not now' },
  { why: 'already-done', label: 'Already done' },
  { why: 'clear-the-screen', label: 'Only to clear the screen' },
];

interface DismissMenuProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDismiss: (why: DismissalWhy) => void;
}

export const DismissMenu = ({ open, onOpenChange, onDismiss }: DismissMenuProps) => (
  <Popover
    label="Why dismiss it?"
    open={open}
    onOpenChange={onOpenChange}
    className="w-56 p-1"
    trigger={
      <Button size="sm" look="ghost">
        Dismiss <Kbd keys="d" />
      </Button>
    }
  >
    <p className="px-2 py-1 text-faint text-xs">Why?</p>
    {WHYS.map(({ why, label }) => (
      <PopoverClose asChild key={why}>
        <button
          type="button"
          onClick={() => onDismiss(why)}
          className="w-full rounded px-2 py-1.5 text-left hover:bg-accent-soft hover:text-accent-strong"
        >
          {label}
        </button>
      </PopoverClose>
    ))}
  </Popover>
);
