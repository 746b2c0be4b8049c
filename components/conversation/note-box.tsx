'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast-store';
import { noteMutation } from '@/lib/client/conversation-actions';
import { explain } from '@/lib/client/query-client';
import { MESSAGE_LIMIT } from '@/lib/domain/conversation';
import { GrowingBox } from './growing-box';

interface NoteBoxProps {
  conversationId: string;
  box: React.RefObject<HTMLTextAreaElement | null>;
}

/** A note for the team; it never reaches the customer. */
export const NoteBox = ({ conversationId, box }: NoteBoxProps) => {
  const client = useQueryClient();
  const [text, setText] = useState('');
  const note = useMutation({
    ...noteMutation(client, conversationId),
    onError: (thrown) => toast(`The note was not saved. ${explain(thrown)}`, 'danger'),
  });
  const save = (): void => {
    if (text.trim() !== '' && !note.isPending) note.mutate(text, { onSuccess: () => setText('') });
  };
  useShortcut('send', save);
  return (
    <div className="rounded-lg bg-note-soft">
      <GrowingBox
        ref={box}
        value={text}
        rest=""
        maxLength={MESSAGE_LIMIT}
        placeholder="A note for the team"
        aria-label="Internal note"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <div className="flex h-10 items-center gap-2 px-3 pb-2">
        <span className="flex items-center gap-1 text-note text-xs">
          <Lock aria-hidden="true" className="size-3.5" /> Only the team sees this
        </span>
        <Button className="ml-auto" disabled={text.trim() === '' || note.isPending} onClick={save}>
          Save note <Kbd keys="mod+enter" />
        </Button>
      </div>
    </div>
  );
};
