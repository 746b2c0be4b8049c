import { cn } from '@/components/ui/class-names';
import { Loading, Skeleton } from '@/components/ui/skeleton';

const TURNS = ['mr-10 h-16', 'ml-10 h-12', 'mr-10 h-20', 'ml-10 h-16'];

export const ConversationSkeleton = () => (
  <Loading what="the conversation" className="flex h-full flex-col bg-canvas">
    <div className="flex h-12 items-center border-b bg-surface px-4">
      <Skeleton className="h-4 w-40" />
    </div>
    <div className="mx-auto flex w-full max-w-3xl flex-1 flex-col justify-end gap-3 p-4">
      {TURNS.map((size) => (
        <Skeleton key={size} className={cn('rounded-lg', size)} />
      ))}
    </div>
    <div className="h-40 border-t bg-surface" />
  </Loading>
);
