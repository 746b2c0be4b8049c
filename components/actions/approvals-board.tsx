'use client';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { Empty, Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { approvalsQuery } from '@/lib/client/account-actions';
import { explain } from '@/lib/client/query-client';
import { ApprovalCard } from './approval-card';

const GRID = 'grid content-start gap-3 lg:grid-cols-2 2xl:grid-cols-3';

/** Actions that wait for a second person, the oldest first. */
export const ApprovalsBoard = () => {
  const { data, isPending, error, refetch } = useQuery(approvalsQuery('waiting'));
  const body = () => {
    if (isPending)
      return (
        <Loading what="approvals" className={GRID}>
          <Skeleton className="h-56" />
          <Skeleton className="h-56" />
        </Loading>
      );
    if (data === undefined)
      return (
        <Fault title="The approvals did not load" detail={explain(error)} retry={() => void refetch()} />
      );
    if (data.actions.length === 0)
      return (
        <Empty icon={CircleCheck} title="Nothing waits for approval">
          What a rep may not give alone appears here the moment they ask.
        </Empty>
      );
    return (
      <div className={GRID}>
        {data.actions.map((entry) => (
          <ApprovalCard key={entry.action.id} {...entry} />
        ))}
      </div>
    );
  };
  return (
    <section aria-label="Approvals" className="scroll-thin min-h-0 flex-1 overflow-y-auto p-4">
      <h2 className="sr-only">Approvals</h2>
      {body()}
    </section>
  );
};
