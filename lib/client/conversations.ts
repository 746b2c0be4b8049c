import { infiniteQueryOptions, queryOptions, replaceEqualDeep, skipToken } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ConversationView } from '../contracts/conversations';
import { getAccount, getConversation, listQueue, listTurns } from '../contracts/conversations';
import { getTrace, listCues } from '../contracts/cues';
import { call } from './call';
import { mergeView } from './patch-view';

export type QueueFilter = Omit<z.input<typeof listQueue.query>, 'cursor'>;

export const conversationKeys = {
  all: ['conversations'] as const,
  queues: ['conversations', 'queue'] as const,
  queue: (filter: QueueFilter) => ['conversations', 'queue', filter] as const,
  one: (id: string) => ['conversations', id] as const,
  view: (id: string) => ['conversations', id, 'view'] as const,
  cues: (id: string) => ['conversations', id, 'cues'] as const,
  account: (id: string) => ['conversations', id, 'account'] as const,
  memory: (id: string) => ['conversations', id, 'memory'] as const,
  trace: (id: string) => ['conversations', id, 'trace'] as const,
};

export const queueQuery = (filter: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: conversationKeys.queue(filter),
    queryFn: ({ pageParam, signal }) =>
      call(listQueue, { query: pageParam ? { ...filter, cursor: pageParam } : filter, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.view(id),
    queryFn: ({ signal }) => call(getConversation, { params: { id }, signal }),
    // Fetched again, a view keeps the earlier turns that were scrolled to.
    structuralSharing: (held, fetched) =>
      replaceEqualDeep(held, mergeView(held as ConversationView | undefined, fetched as ConversationView)),
  });

export const cuesQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.cues(id),
    queryFn: ({ signal }) => call(listCues, { params: { id }, signal }),
  });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.account(id),
    queryFn: ({ signal }) => call(getAccount, { params: { id }, signal }),
  });

export const traceQuery = (id: string) =>
  queryOptions({
    queryKey: conversationKeys.trace(id),
    queryFn: ({ signal }) => call(getTrace, { params: { id }, signal }),
  });

/** The suggested reply while it is being written; the stream fills it in, nothing fetches it. */
export const liveReplyQuery = (id: string) =>
  queryOptions<{ runId: string; text: string } | null>({
    queryKey: [...conversationKeys.one(id), 'live-reply'],
    queryFn: skipToken,
    initialData: null,
  });

/** The turns before `before`, to be put in front of those the view holds. */
export const earlierTurns = (id: string, before: number) =>
  call(listTurns, { params: { id }, query: { before } });
