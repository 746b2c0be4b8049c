'use client';
import { useQuery } from '@tanstack/react-query';
import { vocabularyQuery } from '@/lib/client/people';
import { escalationStateSchema } from '@/lib/domain/escalation';
import { EscalationColumn } from './escalation-column';

/** Packets by state, the soonest due first. */
export const EscalationBoard = () => {
  const { data: vocabulary } = useQuery(vocabularyQuery());
  const queueTitle = (id: string): string => vocabulary?.queues.find((queue) => queue.id === id)?.title ?? id;
  return (
    <>
      <header className="flex h-12 shrink-0 items-center border-b bg-surface px-4">
        <h1 className="font-semibold text-lg">Escalations</h1>
      </header>
      <div className="scroll-thin flex min-h-0 flex-1 gap-3 overflow-x-auto px-4">
        {escalationStateSchema.options.map((state) => (
          <EscalationColumn key={state} state={state} queueTitle={queueTitle} />
        ))}
      </div>
    </>
  );
};
