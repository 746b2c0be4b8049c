'use client';
import * as Primitive from 'radix-ui/tooltip';
import type { ReactNode } from 'react';
import { Kbd } from './kbd';

export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Primitive.Provider delayDuration={400} skipDelayDuration={200}>
    {children}
  </Primitive.Provider>
);

/** A short name for what is under the pointer or focused; never the only place where something is said. */
export const Tooltip = ({ label, keys, children }: { label: string; keys?: string; children: ReactNode }) => (
  <Primitive.Root>
    <Primitive.Trigger asChild>{children}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className="pop-in z-50 flex max-w-64 items-center gap-2 rounded-md border bg-raised px-2 py-1 text-text text-xs shadow-pop"
      >
        {label}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);
