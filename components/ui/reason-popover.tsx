'use client';
import { useState } from 'react';
import { Button } from './button';
import { Field, Input } from './field';
import { Popover } from './popover';

const LEAST = 3;

interface ReasonPopoverProps {
  /** What is done, as the popover is announced. */
  label: string;
  /** On the button that opens it, and on the one that does it. */
  verb: string;
  question: string;
  hint: string;
  disabled: boolean;
  onReason: (reason: string) => void;
}

/** Does something that wants a reason in a few words, which somebody else will read. */
export const ReasonPopover = ({ label, verb, question, hint, disabled, onReason }: ReasonPopoverProps) => {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const short = reason.trim().length < LEAST;
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" disabled={disabled}>
          {verb}
        </Button>
      }
    >
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (short) return;
          onReason(reason.trim());
          setOpen(false);
        }}
      >
        <Field label={question} hint={hint}>
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
          {verb}
        </Button>
      </form>
    </Popover>
  );
};
