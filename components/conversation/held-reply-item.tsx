'use client';
import { CircleAlert, Undo2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { useNow } from '@/lib/client/now';
import type { HeldReply } from '@/lib/client/outbox';

interface HeldReplyItemProps {
  reply: HeldReply;
  onUndo: () => void;
  onRetry: () => void;
}

/** A reply on its way: it can be taken back until it goes out, and again when it failed. */
export const HeldReplyItem = ({ reply, onUndo, onRetry }: HeldReplyItemProps) => {
  const now = useNow();
  const seconds = Math.max(0, Math.ceil((reply.dueAt - now) / 1000));
  return (
    <li className="pt-3">
      <div className="ml-10 rounded-lg border border-accent/40 border-dashed bg-accent-soft px-3 py-2">
        <p className="whitespace-pre-wrap break-words [overflow-wrap:anywhere]">{reply.text}</p>
        <div className="mt-2 flex h-7 items-center gap-2 text-muted text-xs">
          {reply.state === 'failed' ? (
            <span role="alert" className="flex items-center gap-1 text-danger">
              <CircleAlert aria-hidden="true" className="size-3.5" /> Not sent. {reply.error}
            </span>
          ) : (
            <span className="tabular-nums">
              {reply.state === 'held' ? `Goes out in ${seconds} s` : 'Sending…'}
            </span>
          )}
          <span className="ml-auto flex gap-1">
            {reply.state === 'failed' ? (
              <Button size="sm" look="primary" onClick={onRetry}>
                Try again
              </Button>
            ) : null}
            {reply.state === 'sending' ? null : (
              <Button size="sm" onClick={onUndo}>
                <Undo2 aria-hidden="true" /> {reply.state === 'failed' ? 'Edit' : 'Undo'} <Kbd keys="u" />
              </Button>
            )}
          </span>
        </div>
      </div>
    </li>
  );
};
