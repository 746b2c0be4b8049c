'use client';
import { useRef } from 'react';
import { useStick } from '@/components/conversation/use-stick';
import { Time } from '@/components/marks/time';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { SCROLL_REGION } from '@/components/ui/scroll-region';
import type { ChatMessage } from '@/lib/contracts/chat';
import type { PendingSaying } from './use-chat';

const SIDES = {
  customer: 'ml-12 self-end bg-accent text-on-accent',
  rep: 'mr-12 self-start border bg-surface',
  system: 'self-center text-center text-muted text-sm',
} as const;

const WHO = { customer: 'You', rep: 'Larkspur', system: 'Note' } as const;

interface ChatMessagesProps {
  messages: readonly ChatMessage[];
  pending: readonly PendingSaying[];
  onRetry: (saying: PendingSaying) => void;
}

/** What was said, as plain text; new messages are read out as they come. */
export const ChatMessages = ({ messages, pending, onRetry }: ChatMessagesProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const { onScroll } = useStick(scroller, messages[0]?.seq, `${messages.at(-1)?.seq} ${pending.length}`);
  return (
    <div
      ref={scroller}
      role="log"
      aria-label="Messages"
      {...SCROLL_REGION}
      onScroll={onScroll}
      className="scroll-thin min-h-0 flex-1 overflow-y-auto p-4"
    >
      <ol className="flex min-h-full flex-col justify-end gap-3">
        {messages.map((message) => (
          <li key={message.seq} className={cn('rounded-2xl px-4 py-2', SIDES[message.from])}>
            <p className={cn('text-xs', message.from === 'rep' ? 'text-muted' : 'sr-only')}>
              {message.from === 'rep' ? (message.name ?? WHO.rep) : WHO[message.from]} ·{' '}
              <Time at={message.at} />
            </p>
            <p className="whitespace-pre-wrap break-words [overflow-wrap:anywhere]">{message.text}</p>
          </li>
        ))}
        {pending.map((saying) => (
          <li key={saying.clientId} className="ml-12 flex flex-col items-end gap-1 self-end">
            <p className="whitespace-pre-wrap break-words rounded-2xl border border-accent bg-accent-soft px-4 py-2 text-text [overflow-wrap:anywhere]">
              {saying.text}
            </p>
            {saying.state === 'sending' ? (
              <p className="h-7 text-muted text-xs">Sending…</p>
            ) : (
              <p role="alert" className="flex h-7 items-center gap-2 text-danger text-xs">
                Not sent. {saying.error}
                <Button size="sm" onClick={() => onRetry(saying)}>
                  Try again
                </Button>
              </p>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
};
