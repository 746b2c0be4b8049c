import type { QueryClient } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { answerOffer, getRetention, presentOffer, previewAcceptance, setQuiet } from '../contracts/retention';
import { storeAction } from './account-actions';
import { askAgain } from './ask-again';
import { call } from './call';
import { conversationKeys } from './conversations';

const LAST = 'retention';

export const retentionQuery = (id: string) =>
  queryOptions({
    queryKey: [...conversationKeys.one(id), LAST],
    queryFn: ({ signal }) => call(getRetention, { params: { id }, signal }),
  });

/** What accepting would do, asked for when someone accepts and not again behind their back. */
export const acceptanceQuery = (id: string, offer: string) =>
  queryOptions({
    queryKey: [...conversationKeys.one(id), 'acceptance', offer],
    queryFn: ({ signal }) => call(previewAcceptance, { params: { id, offer }, signal }),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  });

/** Offers are decided again by the server: which stand now is never worked out here. */
const decideAgain = (client: QueryClient, id: string) => (): void =>
  void askAgain(client, retentionQuery(id).queryKey);

export const presentMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (offer: string) => call(presentOffer, { params: { id, offer } }),
    onSettled: decideAgain(client, id),
  });

export interface AnswerInput {
  offer: string;
  body: z.input<typeof answerOffer.body>;
}

export const answerMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: ({ offer, body }: AnswerInput) => call(answerOffer, { params: { id, offer }, body }),
    onSuccess: ({ action }) => {
      if (action !== null) storeAction(client, action);
    },
    onSettled: decideAgain(client, id),
  });

/** Quiet mode is this person's, so the offers of every conversation they hold are decided again. */
export const quietMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (minutes: number) => call(setQuiet, { body: { minutes } }),
    onSettled: () =>
      client.invalidateQueries({
        queryKey: conversationKeys.all,
        predicate: ({ queryKey }) => queryKey.at(-1) === LAST,
      }),
  });
