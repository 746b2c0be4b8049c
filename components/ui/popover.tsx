'use client';
import * as Primitive from 'radix-ui/popover';
import type { ReactNode } from 'react';
import { cn } from './class-names';

interface PopoverProps {
  trigger: ReactNode;
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** The focus goes back to the trigger, unless a key pressed right after Escape has put it somewhere else already. */
const leaveFocusElsewhere = (event: Event): void => {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) event.preventDefault();
};

export const Popover = ({ trigger, label, open, onOpenChange, className, children }: PopoverProps) => (
  <Primitive.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
    <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        aria-label={label}
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={leaveFocusElsewhere}
        className={cn(
          'pop-in z-50 w-72 rounded-lg border bg-raised p-3 text-sm shadow-pop outline-none',
          className,
        )}
      >
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);

export const PopoverClose = Primitive.Close;
