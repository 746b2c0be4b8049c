'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useDesk } from '@/components/shell/desk-context';
import { useShortcut } from '@/components/shell/use-shortcut';
import { markSeen } from '@/lib/client/seen';
import { useStore } from '@/lib/client/store';
import type { ConversationView } from '@/lib/contracts/conversations';
import { Composer } from './composer';
import { ConversationHeader } from './conversation-header';
import { HeldReplyItem } from './held-reply-item';
import { Timeline } from './timeline';
import { useComposer } from './use-composer';

const AccountSheet = dynamic(() => import('@/components/account/account-sheet'), { ssr: false });

/** One conversation: who, what was said, and what is being answered. */
export const Conversation = ({ view, readOnly }: { view: ConversationView; readOnly: boolean }) => {
  const { id } = view.conversation;
  const { outbox, drafts } = useDesk();
  const [account, setAccount] = useState(false);
  const composer = useComposer(view);
  const replies = useStore(outbox.store).filter((reply) => reply.conversationId === id);

  useEffect(() => markSeen(id, view.conversation.turnCount), [id, view.conversation.turnCount]);
  useEffect(() => () => void drafts.flush(), [drafts]);

  const undo = (clientId: string): void => {
    const reply = outbox.undo(clientId);
    if (reply === null) return;
    const text = composer.draft.text === '' ? reply.text : `${reply.text}\n${composer.draft.text}`;
    composer.change({ text, cueId: reply.cueId });
  };
  const last = replies.findLast((reply) => reply.state !== 'sending');
  useShortcut(
    'undo',
    () => {
      if (last) undo(last.clientId);
    },
    last !== undefined,
  );

  return (
    <section
      aria-label={`Conversation with ${view.row.customerName}`}
      className="flex h-full min-h-0 flex-col bg-canvas"
    >
      <ConversationHeader view={view} readOnly={readOnly} onAccount={() => setAccount(true)} />
      <Timeline view={view} pending={replies.length}>
        {replies.map((reply) => (
          <HeldReplyItem
            key={reply.clientId}
            reply={reply}
            onUndo={() => undo(reply.clientId)}
            onRetry={() => void outbox.retry(reply.clientId)}
          />
        ))}
      </Timeline>
      {readOnly ? null : <Composer view={view} {...composer} />}
      {account ? <AccountSheet conversationId={id} onClose={() => setAccount(false)} /> : null}
    </section>
  );
};
