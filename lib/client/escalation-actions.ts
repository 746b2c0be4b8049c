import type { QueryClient } from '@tanstack/react-query';
import { mutationOptions } from '@tanstack/react-query';
import { acceptEscalation, returnEscalation } from '../contracts/escalations';
import { call } from './call';
import { conversationKeys } from './conversations';
import { escalationKeys } from './escalations';

const refresh = (client: QueryClient) => () =>
  Promise.all([
    client.invalidateQueries({ queryKey: escalationKeys.all }),
    client.invalidateQueries({
      queryKey: conversationKeys.all,
      predicate: ({ queryKey }) => queryKey.at(-1) === 'view',
    }),
  ]);

export const acceptMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (id: string) => call(acceptEscalation, { params: { id } }),
    onSettled: refresh(client),
  });

export const returnMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, why }: { id: string; why: string }) =>
      call(returnEscalation, { params: { id }, body: { why } }),
    onSettled: refresh(client),
  });
