import type { QueryClient } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { deleteConversationMemory, getConversationMemory, putConversationMemory } from '../contracts/memory';
import { call } from './call';
import { conversationKeys } from './conversations';

export const memoryQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.memory(id),
    queryFn: ({ signal }) => call(getConversationMemory, { params: { id }, signal }),
  });

const refresh = (client: QueryClient, id: string): Promise<void> =>
  client.invalidateQueries({ queryKey: conversationKeys.memory(id) });

export const rememberMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (body: z.input<typeof putConversationMemory.body>) =>
      call(putConversationMemory, { params: { id }, body }),
    onSuccess: () => refresh(client, id),
  });

export const forgetMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (key: string) => call(deleteConversationMemory, { params: { id }, query: { key } }),
    onSuccess: () => refresh(client, id),
  });
