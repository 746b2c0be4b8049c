'use client';
import { cn } from '@/components/ui/class-names';
import type { Vocabulary } from '@/lib/contracts/people';

type Macro = Vocabulary['macros'][number];

interface MacroListProps {
  id: string;
  macros: readonly Macro[];
  active: number;
  onPick: (macro: Macro) => void;
}

export const macroOptionId = (id: string, index: number): string => `${id}-${index}`;

/** The macros that match what was typed after the slash; the focus stays in the composer. */
export const MacroList = ({ id, macros, active, onPick }: MacroListProps) => (
  <div
    id={id}
    role="listbox"
    aria-label="Macros"
    className="pop-in absolute inset-x-3 bottom-full z-10 mb-1 max-h-64 overflow-y-auto rounded-lg border bg-raised p-1 shadow-pop"
  >
    {macros.map((macro, index) => (
      <div
        key={macro.id}
        id={macroOptionId(id, index)}
        role="option"
        tabIndex={-1}
        aria-selected={index === active}
        // Before the textarea loses the focus.
        onPointerDown={(event) => {
          event.preventDefault();
          onPick(macro);
        }}
        className={cn('cursor-default rounded px-2 py-1.5', index === active && 'bg-accent-soft')}
      >
        <p className="font-medium text-sm">{macro.title}</p>
        <p className="truncate text-muted text-xs">{macro.text}</p>
      </div>
    ))}
  </div>
);
