'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useImperativeHandle, useRef, useState } from 'react';
import { useDesk } from '@/components/shell/desk-context';
import { useShortcut } from '@/components/shell/use-shortcut';
import { cn } from '@/components/ui/class-names';
import { toast } from '@/components/ui/toast-store';
import { endMutation } from '@/lib/client/conversation-actions';
import { recordCue } from '@/lib/client/cue-actions';
import type { Draft } from '@/lib/client/draft-keeper';
import { insertBetween } from '@/lib/client/macros';
import { explain } from '@/lib/client/query-client';
import { uuid } from '@/lib/client/uuid';
import type { ConversationView } from '@/lib/contracts/conversations';
import { TypingNotice } from './composer-notices';
import { NoteBox } from './note-box';
import { useConversationPorts } from './ports';
import { ReplyBox } from './reply-box';
import type { useComposer } from './use-composer';
import { usePresence } from './use-presence';

interface ComposerProps extends ReturnType<typeof useComposer> {
  view: ConversationView;
}

const whyNoReply = ({ conversation, assigneeName, may }: ConversationView): string => {
  if (conversation.state === 'closed') return 'This contact is closed. You can still leave a note.';
  if (may.take)
    return `${assigneeName === null ? 'Nobody has this conversation yet' : `${assigneeName} has this conversation`}. Take it over to reply, or leave a note.`;
  return 'You may read here and leave a note.';
};

export const Composer = ({ view, draft, change }: ComposerProps) => {
  const { conversation, may } = view;
  const { id } = conversation;
  const canReply = may.reply && conversation.state === 'open';
  const client = useQueryClient();
  const { outbox, me } = useDesk();
  const { composer } = useConversationPorts();
  const [chosen, setMode] = useState<'reply' | 'note'>('reply');
  const mode = canReply ? chosen : 'note';
  const box = useRef<HTMLTextAreaElement>(null);
  const onTyping = usePresence(id, true);
  const end = useMutation({
    ...endMutation(client, id),
    onError: (thrown) => toast(explain(thrown), 'danger'),
  });

  const send = ({ text, cueId }: Draft, thenEnd: boolean): void => {
    outbox.hold({ clientId: uuid(), conversationId: id, text: text.trim(), cueId });
    change({ text: '', cueId: null });
    if (thenEnd) void outbox.flush(id).then(() => end.mutate());
  };
  const focus = (to: 'reply' | 'note'): void => {
    setMode(to);
    requestAnimationFrame(() => box.current?.focus());
  };
  const insert = (text: string, cueId: string | null): void => {
    const at = box.current?.selectionStart ?? draft.text.length;
    const edited = insertBetween(draft.text, at, at, text);
    change({ text: edited.text, cueId: cueId ?? draft.cueId });
    if (cueId !== null) recordCue(cueId, 'inserted');
    setMode('reply');
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(edited.cursor, edited.cursor);
    });
  };
  useImperativeHandle(composer, () => ({
    focus,
    insert,
    send: (text, cueId) => send({ text, cueId }, false),
  }));
  useShortcut('reply', () => focus('reply'), canReply);
  useShortcut('note', () => focus('note'));
  useShortcut(
    'macro',
    () => {
      focus('reply');
      const { text } = insertBetween(draft.text, draft.text.length, draft.text.length, '/');
      change({ text, cueId: draft.cueId });
    },
    canReply,
  );

  return (
    <section aria-label="Write" className="shrink-0 border-t bg-surface p-3">
      <div className="mx-auto max-w-3xl">
        {canReply ? (
          <fieldset aria-label="What to write" className="mb-1 flex gap-1">
            {(['reply', 'note'] as const).map((option) => (
              <button
                key={option}
                type="button"
                aria-pressed={mode === option}
                onClick={() => focus(option)}
                className={cn(
                  'rounded px-2 py-0.5 text-muted text-xs',
                  mode === option && 'bg-sunken font-medium text-text',
                )}
              >
                {option === 'reply' ? 'Reply' : 'Internal note'}
              </button>
            ))}
          </fieldset>
        ) : (
          <p className="mb-1 text-muted text-xs">{whyNoReply(view)}</p>
        )}
        <TypingNotice others={view.presence.filter((entry) => entry.userId !== me.id)} />
        <div className="rounded-lg border border-edge focus-within:border-accent">
          {mode === 'note' ? (
            <NoteBox conversationId={id} box={box} />
          ) : (
            <ReplyBox
              conversationId={id}
              draft={draft}
              change={change}
              onTyping={onTyping}
              onSend={send}
              box={box}
            />
          )}
        </div>
      </div>
    </section>
  );
};
