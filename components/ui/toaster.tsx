'use client';
import { CircleAlert, X } from 'lucide-react';
import * as Primitive from 'radix-ui/toast';
import { useSyncExternalStore } from 'react';
import { Button } from './button';
import { cn } from './class-names';
import { type ToastMessage, toasts } from './toast-store';

const NONE: readonly ToastMessage[] = [];

/** Radix rather than sonner, which puts a style element without a nonce into the page: a strict content policy refuses it. */
export const Toaster = () => {
  const messages = useSyncExternalStore(toasts.subscribe, toasts.get, () => NONE);
  return (
    <Primitive.Provider duration={6000} label="Notification" swipeDirection="right">
      {messages.map(({ id, text, tone }) => (
        <Primitive.Root
          key={id}
          type={tone === 'danger' ? 'foreground' : 'background'}
          onOpenChange={(open) => (open ? undefined : toasts.close(id))}
          className={cn(
            'pop-in flex items-center gap-2 rounded-lg border bg-raised py-2 pr-2 pl-3 text-sm shadow-pop',
            tone === 'danger' && 'border-danger/40 text-danger',
          )}
        >
          {tone === 'danger' ? <CircleAlert aria-hidden="true" className="size-4 shrink-0" /> : null}
          <Primitive.Description className="flex-1">{text}</Primitive.Description>
          <Primitive.Close asChild>
            <Button look="ghost" size="icon-sm" aria-label="Dismiss notification">
              <X />
            </Button>
          </Primitive.Close>
        </Primitive.Root>
      ))}
      <Primitive.Viewport className="fixed right-4 bottom-4 z-60 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2 outline-none" />
    </Primitive.Provider>
  );
};
