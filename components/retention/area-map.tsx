'use client';
import { useQuery } from '@tanstack/react-query';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { explain } from '@/lib/client/query-client';
import { riskAreasQuery } from '@/lib/client/risk';
import { AreaTable } from './area-table';
import { NoScores, ScoredOn } from './standing';

/** The heat map as a table: the words and figures say what the bars show. */
export const AreaMap = () => {
  const { data, isPending, error, refetch } = useQuery(riskAreasQuery());
  const body = () => {
    if (isPending)
      return (
        <Loading what="areas">
          <Skeleton className="h-64" />
        </Loading>
      );
    if (data === undefined)
      return <Fault title="The areas did not load" detail={explain(error)} retry={() => void refetch()} />;
    return data.is === 'abstained' ? <NoScores because={data.because} /> : <AreaTable areas={data.areas} />;
  };
  return (
    <section aria-labelledby="areas">
      <div className="flex h-10 items-center gap-3">
        <h2 id="areas" className="font-medium">
          By area
        </h2>
        {data?.is === 'scored' ? <ScoredOn on={data.on} version={data.version} /> : null}
      </div>
      {body()}
    </section>
  );
};
