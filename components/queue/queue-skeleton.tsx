import { Loading, Skeleton } from '@/components/ui/skeleton';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Rows of the same size as those that come. */
export const QueueSkeleton = () => (
  <Loading what="the queue" className="flex-1 overflow-hidden">
    {ROWS.map((row) => (
      <div key={row} className="flex h-19 flex-col justify-center gap-2 border-b px-3 compact:h-13">
        <div className="flex justify-between">
          <Skeleton className="h-3.5 w-32" />
          <Skeleton className="h-3.5 w-10" />
        </div>
        <Skeleton className="h-3 w-56" />
      </div>
    ))}
  </Loading>
);
