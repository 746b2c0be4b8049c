'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { Popover } from '@/components/ui/popover';

const LEAST = 3;

interface DeclineActionProps {
  disabled: boolean;
  onDecline: (reason: string) => void;
}

/** Declines an action, with the reason that whoever asked will read. */
export const DeclineAction = ({ disabled, onDecline }: DeclineActionProps) => {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const short = reason.trim().length < LEAST;
  return (
    <Popover
      label="Decline the action"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" disabled={disabled}>
          Decline
        </Button>
      }
    >
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (short) return;
          onDecline(reason.trim());
          setOpen(false);
        }}
      >
        <Field label="Why not?" hint="A few words the rep can act on.">
          {(ids) => (
            <Input
              {...ids}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" size="sm" look="primary" disabled={short} className="self-end">
          Decline
        </Button>
      </form>
    </Popover>
  );
};
