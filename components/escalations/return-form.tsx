'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';

const LEAST = 3;

/** Sends a packet back, with the reason the rep will read. */
export const ReturnForm = ({
  disabled,
  onReturn,
}: {
  disabled: boolean;
  onReturn: (why: string) => void;
}) => {
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const short = why.trim().length < LEAST;
  return (
    <Popover
      label="Return the packet"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" disabled={disabled}>
          Return
        </Button>
      }
    >
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (short) return;
          onReturn(why.trim());
          setOpen(false);
        }}
      >
        <Field label="Why does it go back?" hint="A few words: what is missing, or who should have it.">
          {(ids) => (
            <Input {...ids} maxLength={500} value={why} onChange={(event) => setWhy(event.target.value)} />
          )}
        </Field>
        <Button type="submit" size="sm" look="primary" disabled={short} className="self-end">
          Return
        </Button>
      </form>
    </Popover>
  );
};
