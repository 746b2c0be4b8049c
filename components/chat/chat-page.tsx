'use client';
import { HandHelping, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { useHydrated } from '@/components/shell/use-hydrated';
import { Button } from '@/components/ui/button';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { explain } from '@/lib/client/query-client';
import { ChatComposer } from './chat-composer';
import { ChatMessages } from './chat-messages';
import { useChat } from './use-chat';
import { type WhoAreYou, WhoAreYouFields } from './who-are-you';

const given = ({ name, email }: WhoAreYou): { name?: string; email?: string } => ({
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  ...(email.trim() === '' ? {} : { email: email.trim() }),
});

const Body = () => {
  const { chat, pending, isPending, isError, error, refetch, say, retry } = useChat();
  const [who, setWho] = useState<WhoAreYou>({ name: '', email: '' });
  if (isPending)
    return (
      <Loading what="the chat" className="flex flex-1 flex-col justify-end gap-3 p-4">
        <Skeleton className="h-12 w-2/3" />
        <Skeleton className="h-12 w-1/2 self-end" />
      </Loading>
    );
  if (isError && chat.messages.length === 0)
    return <Fault title="The chat did not load" detail={explain(error)} retry={() => void refetch()} />;
  const fresh = chat.state === 'none';
  const speak = (text: string): void => say(text, fresh ? given(who) : {});
  return (
    <>
      {fresh && pending.length === 0 ? (
        <div className="flex flex-1 flex-col justify-end gap-4 p-4">
          <p className="text-lg">
            Hello! Tell us what we can help with: internet, TV, mobile, a bill, an order or a visit.
          </p>
          <WhoAreYouFields value={who} onChange={setWho} />
        </div>
      ) : (
        <ChatMessages messages={chat.messages} pending={pending} onRetry={retry} />
      )}
      <div className="flex flex-col gap-2 border-t p-4">
        {chat.state === 'closed' ? (
          <p role="status" className="text-muted">
            This chat is closed. Write again and a new one begins.
          </p>
        ) : null}
        <ChatComposer onSay={speak} />
        <div className="flex min-h-8 items-center justify-between gap-2 text-muted text-sm">
          {chat.personRequested ? (
            <p role="status" className="flex items-center gap-1.5 text-ok">
              <UserRoundCheck aria-hidden="true" className="size-4" /> A person has been asked for and will be
              with you.
            </p>
          ) : (
            <>
              <span>You can also type 0 or “human”.</span>
              <Button onClick={() => speak('human')}>
                <HandHelping aria-hidden="true" /> Talk to a person
              </Button>
            </>
          )}
        </div>
      </div>
    </>
  );
};

/** The customer's side of a chat. */
export const ChatPage = () => (
  <main className="mx-auto flex h-dvh max-w-2xl flex-col bg-canvas">
    <header className="border-b px-4 py-3">
      <h1 className="font-semibold text-lg">Larkspur Fiber &amp; Home</h1>
      <p className="text-muted text-sm">An AI assists our team: a person reads and sends every reply.</p>
    </header>
    {useHydrated() ? <Body /> : <div className="flex-1" aria-busy="true" />}
  </main>
);
