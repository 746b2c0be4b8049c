'use client';
import { useQuery } from '@tanstack/react-query';
import { PhoneOff } from 'lucide-react';
import { Empty, Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { explain } from '@/lib/client/query-client';
import { callBacksQuery } from '@/lib/client/risk';
import { CallBackCard } from './call-back-card';
import { NoScores } from './standing';

/** Whom to ring first: what is likely to be lost each month, the most on top. */
export const CallBackList = () => {
  const { data, isPending, error, refetch } = useQuery(callBacksQuery());
  const body = () => {
    if (isPending)
      return (
        <Loading what="the call-back list" className="flex flex-col gap-2">
          <Skeleton className="h-32" />
          <Skeleton className="h-32" />
        </Loading>
      );
    if (data === undefined)
      return <Fault title="The list did not load" detail={explain(error)} retry={() => void refetch()} />;
    if (data.is === 'abstained') return <NoScores because={data.because} />;
    if (data.customers.length === 0)
      return (
        <div className="rounded-lg border bg-surface">
          <Empty icon={PhoneOff} title="Nobody to ring">
            Customers who may leave stand here after the morning's scores.
          </Empty>
        </div>
      );
    return (
      <ol className="flex flex-col gap-2">
        {data.customers.map((customer) => (
          <li key={customer.customerId}>
            <CallBackCard customer={customer} />
          </li>
        ))}
      </ol>
    );
  };
  return (
    <section aria-labelledby="call-backs">
      <div className="flex h-10 items-center gap-3">
        <h2 id="call-backs" className="font-medium">
          Call back
        </h2>
        <span className="text-faint text-xs">By chance to leave times what they pay a month</span>
      </div>
      {body()}
    </section>
  );
};
