'use client';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { Empty, Fault } from '@/components/ui/notice';
import { conversationQuery, cuesQuery, queueQuery } from '@/lib/client/conversations';
import { vocabularyQuery } from '@/lib/client/people';
import { explain } from '@/lib/client/query-client';
import type { QueueView } from '@/lib/contracts/conversations';
import { QueueHeader } from './queue-header';
import { QueueList } from './queue-list';
import { QueueSkeleton } from './queue-skeleton';
import { useQueueFilter } from './use-queue-filter';

const EMPTY: Record<QueueView, { title: string; next: string }> = {
  mine: { title: 'Nothing is yours yet', next: 'Look under Waiting and take a conversation over.' },
  waiting: { title: 'Nobody is waiting', next: 'New messages appear here by themselves.' },
  open: { title: 'No open conversations', next: 'New messages appear here by themselves.' },
  closed: { title: 'Nothing closed yet', next: 'Conversations come here when they are wrapped up.' },
};

interface QueueProps {
  views: readonly QueueView[];
  openId: string | null;
  onOpen: (id: string) => void;
}

export const Queue = ({ views, openId, onOpen }: QueueProps) => {
  const client = useQueryClient();
  const state = useQueueFilter(views);
  const queue = useInfiniteQuery(queueQuery(state.filter));
  const { data: vocabulary } = useQuery(vocabularyQuery());
  const rows = useMemo(() => queue.data?.pages.flatMap((page) => page.rows) ?? [], [queue.data]);
  const titles = useMemo(
    () => new Map(vocabulary?.intents.map(({ id, title }) => [id, title])),
    [vocabulary],
  );
  const filtered = state.channel !== null || state.urgency !== null;

  const prefetch = useCallback(
    (id: string): void => {
      void client.prefetchQuery(conversationQuery(id));
      void client.prefetchQuery(cuesQuery(id));
    },
    [client],
  );

  const body = () => {
    if (queue.isPending) return <QueueSkeleton />;
    if (queue.isError && rows.length === 0)
      return (
        <Fault
          title="The queue did not load"
          detail={explain(queue.error)}
          retry={() => void queue.refetch()}
        />
      );
    if (rows.length === 0)
      return filtered ? (
        <Empty icon={Inbox} title="Nothing matches the filter">
          Clear the filter to see the rest.
        </Empty>
      ) : (
        <Empty icon={Inbox} title={EMPTY[state.view].title}>
          {EMPTY[state.view].next}
        </Empty>
      );
    return (
      <QueueList
        rows={rows}
        name={JSON.stringify(state.filter)}
        openId={openId}
        intentTitle={(id) => (id === null ? null : (titles.get(id) ?? id))}
        onOpen={onOpen}
        onPrefetch={prefetch}
        more={queue.hasNextPage && !queue.isFetchingNextPage ? () => void queue.fetchNextPage() : null}
      />
    );
  };

  return (
    <section aria-label="Queue" className="flex h-full min-h-0 flex-col bg-surface">
      <QueueHeader views={views} {...state} />
      {body()}
    </section>
  );
};
