'use client';
import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Input } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';

interface Option<T extends string> {
  value: T;
  label: string;
}

interface FieldCorrectionProps<T extends string> {
  /** The field's name: "Urgency". */
  name: string;
  value: T;
  options: readonly Option<T>[];
  enabled: boolean;
  onCorrect: (after: T, reason: string) => void;
  children: ReactNode;
}

/** Above this many, the list gets a search. */
const MANY = 8;

/** A value of a cue that can be put right where it stands: one click, and a word of why for those who like. */
export const FieldCorrection = <T extends string>({
  name,
  value,
  options,
  enabled,
  onCorrect,
  children,
}: FieldCorrectionProps<T>) => {
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [reason, setReason] = useState('');
  if (!enabled) return children;
  const others = options.filter(
    (option) => option.value !== value && option.label.toLowerCase().includes(search.toLowerCase()),
  );
  const choose = (after: T): void => {
    onCorrect(after, reason);
    setOpen(false);
    setReason('');
    setSearch('');
  };
  return (
    <Popover
      label={`Correct: ${name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          data-correct=""
          className="group/correct -mx-1 inline-flex max-w-full items-center gap-1 rounded px-1 text-left hover:bg-hover"
        >
          {children}
          <span className="sr-only">, correct the {name.toLowerCase()}</span>
          <Pencil
            aria-hidden="true"
            className="size-3 shrink-0 text-faint opacity-0 group-hover/correct:opacity-100 group-focus-visible/correct:opacity-100"
          />
        </button>
      }
    >
      <p className="mb-2 font-medium text-sm">{name} should be</p>
      {options.length > MANY ? (
        <Input
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          placeholder="Search"
          aria-label="Search"
          className="mb-2 h-8"
        />
      ) : null}
      <ul className="scroll-thin mb-2 max-h-56 overflow-y-auto">
        {others.map((option) => (
          <li key={option.value}>
            <button
              type="button"
              onClick={() => choose(option.value)}
              className="w-full rounded px-2 py-1.5 text-left hover:bg-accent-soft hover:text-accent-strong"
            >
              {option.label}
            </button>
          </li>
        ))}
        {others.length === 0 ? <li className="px-2 py-1.5 text-muted">Nothing by that name.</li> : null}
      </ul>
      <Input
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        maxLength={500}
        placeholder="Why (optional)"
        aria-label="Why (optional)"
        className="h-8"
      />
    </Popover>
  );
};
