'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { addMessage, applyChatEvent, chatQuery, type Saying, say } from '@/lib/client/chat';
import { explain } from '@/lib/client/query-client';
import { listen } from '@/lib/client/stream';
import { uuid } from '@/lib/client/uuid';
import type { Chat } from '@/lib/contracts/chat';
import { chatEventSchema } from '@/lib/contracts/events';

/** A message shown before the server has it. */
export interface PendingSaying extends Saying {
  state: 'sending' | 'failed';
  error: string;
}

const without = (all: readonly PendingSaying[], { clientId }: Saying): PendingSaying[] =>
  all.filter((other) => other.clientId !== clientId);

const EMPTY: Chat = { state: 'none', messages: [], personRequested: false };

/** The chat of this browser: what was said, what is on its way, and how to say more. */
export const useChat = () => {
  const client = useQueryClient();
  const query = useQuery(chatQuery());
  const [pending, setPending] = useState<readonly PendingSaying[]>([]);
  const chat = query.data ?? EMPTY;
  const isOpen = chat.state === 'open';
  /** Messages go one after another: the answer to the first brings the cookie that names the chat for the next. */
  const line = useRef(Promise.resolve());

  useEffect(() => {
    if (!isOpen) return;
    const { queryKey } = chatQuery();
    return listen('/api/chat/stream', chatEventSchema, {
      onEvent: (event) => client.setQueryData(queryKey, (held) => held && applyChatEvent(held, event)),
      onReset: () => undefined,
      // What was said before the stream was open, or while it was not, is in the chat itself.
      onState: (state) => {
        if (state === 'live') void client.invalidateQueries({ queryKey });
      },
      onRefused: () => undefined,
    });
  }, [client, isOpen]);

  const deliver = useCallback(
    async (saying: Saying): Promise<void> => {
      const { queryKey } = chatQuery();
      try {
        const { message, personRequested } = await say(saying);
        client.setQueryData(queryKey, (held) => ({
          // What is said to a closed chat begins a new one.
          ...addMessage(held === undefined || held.state === 'closed' ? EMPTY : held, message),
          personRequested,
        }));
        setPending((all) => without(all, saying));
      } catch (thrown) {
        const error = explain(thrown);
        setPending((all) =>
          all.map((other) =>
            other.clientId === saying.clientId ? { ...other, state: 'failed', error } : other,
          ),
        );
      }
    },
    [client],
  );

  const send = (saying: Saying): void => {
    setPending((all) => [...without(all, saying), { ...saying, state: 'sending', error: '' }]);
    line.current = line.current.then(() => deliver(saying));
  };

  return {
    ...query,
    chat,
    pending,
    retry: (saying: PendingSaying) => send({ text: saying.text, clientId: saying.clientId, ...who(saying) }),
    say: (text: string, about: Pick<Saying, 'name' | 'email'> = {}) =>
      send({ text, clientId: uuid(), ...about }),
  };
};

const who = ({ name, email }: Saying): Pick<Saying, 'name' | 'email'> => ({
  ...(name === undefined ? {} : { name }),
  ...(email === undefined ? {} : { email }),
});
