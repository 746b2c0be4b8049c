'use client';
import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/field';
import { MESSAGE_LIMIT } from '@/lib/domain/conversation';

/** Where the customer writes: Enter sends, Shift+Enter starts a line. */
export const ChatComposer = ({ onSay }: { onSay: (text: string) => void }) => {
  const [text, setText] = useState('');
  const send = (): void => {
    if (text.trim() === '') return;
    onSay(text.trim());
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        rows={2}
        value={text}
        maxLength={MESSAGE_LIMIT}
        aria-label="Your message"
        placeholder="Write a message"
        className="text-lg"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button type="submit" look="primary" size="lg" disabled={text.trim() === ''}>
        <SendHorizontal aria-hidden="true" /> Send
      </Button>
    </form>
  );
};
