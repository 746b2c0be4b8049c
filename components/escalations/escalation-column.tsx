'use client';
import { useQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { Empty, Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { escalationsQuery } from '@/lib/client/escalations';
import { explain } from '@/lib/client/query-client';
import type { EscalationState } from '@/lib/domain/escalation';
import { EscalationCard } from './escalation-card';

const STATES: Record<EscalationState, { name: string; empty: string }> = {
  waiting: { name: 'Waiting', empty: 'Packets appear here the moment a rep hands over.' },
  accepted: { name: 'Accepted', empty: 'Accept a packet to take the case over.' },
  returned: { name: 'Returned', empty: 'What goes back to a rep stands here with its reason.' },
  done: { name: 'Done', empty: 'Cases come here when they are wrapped up.' },
};

interface EscalationColumnProps {
  state: EscalationState;
  queueTitle: (id: string) => string;
}

export const EscalationColumn = ({ state, queueTitle }: EscalationColumnProps) => {
  const { data, isPending, error, refetch } = useQuery(escalationsQuery(state));
  const { name, empty } = STATES[state];
  const list = data?.escalations ?? [];
  const body = () => {
    if (isPending)
      return (
        <Loading what={name.toLowerCase()} className="flex flex-col gap-2">
          <Skeleton className="h-56" />
          <Skeleton className="h-56" />
        </Loading>
      );
    if (data === undefined)
      return <Fault title="These did not load" detail={explain(error)} retry={() => void refetch()} />;
    if (list.length === 0)
      return (
        <div className="h-56">
          <Empty icon={Inbox} title="Nothing here">
            {empty}
          </Empty>
        </div>
      );
    return list.map((escalation) => (
      <EscalationCard key={escalation.id} escalation={escalation} queueTitle={queueTitle} />
    ));
  };
  return (
    <section aria-label={name} className="flex min-h-0 min-w-72 flex-1 flex-col">
      <h2 className="flex h-10 shrink-0 items-center gap-2 px-1 font-medium">
        {name}{' '}
        <span className="text-muted text-xs tabular-nums">{data === undefined ? '' : list.length}</span>
      </h2>
      <div className="scroll-thin flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto pb-4">{body()}</div>
    </section>
  );
};
