'use client';
import { X } from 'lucide-react';
import * as Primitive from 'radix-ui/dialog';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './class-names';
import { useFocusReturn } from './use-focus-return';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence below the title. */
  description?: string;
  /** A dialog in the middle, or a sheet at the right edge. */
  place?: 'centre' | 'side';
  className?: string;
  children: ReactNode;
}

const PLACES = {
  centre:
    'top-[10dvh] left-1/2 max-h-[80dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 rounded-xl border',
  side: 'inset-y-0 right-0 w-[min(32rem,100vw)] border-l',
};

/** A modal: focus goes in, stays in, and comes back to where it was. */
export const Dialog = ({
  open,
  onOpenChange,
  title,
  description,
  place = 'centre',
  className,
  children,
}: DialogProps) => {
  const focusReturn = useFocusReturn();
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/40" />
        <Primitive.Content
          className={cn(
            'pop-in fixed z-40 flex flex-col bg-raised shadow-pop outline-none',
            PLACES[place],
            className,
          )}
          {...focusReturn}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="border-b py-3 pr-12 pl-4">
            <div>
              <Primitive.Title className="font-semibold text-lg">{title}</Primitive.Title>
              {description === undefined ? null : (
                <Primitive.Description className="text-muted text-sm">{description}</Primitive.Description>
              )}
            </div>
          </div>
          <div className="scroll-thin min-h-0 flex-1 overflow-y-auto">{children}</div>
          {/* Last, so that the focus begins at the content; no tooltip, which would take the first Escape. */}
          <Primitive.Close asChild>
            <Button look="ghost" size="icon-sm" aria-label="Close" className="absolute top-3 right-3">
              <X />
            </Button>
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
};
