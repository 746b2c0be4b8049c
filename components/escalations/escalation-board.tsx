'use client';
import { useQuery } from '@tanstack/react-query';
import { ApprovalsBoard } from '@/components/actions/approvals-board';
import { useWaitingApprovals } from '@/components/actions/use-waiting-approvals';
import { useDesk } from '@/components/shell/desk-context';
import { vocabularyQuery } from '@/lib/client/people';
import { escalationStateSchema } from '@/lib/domain/escalation';
import { BoardTabs, useBoard } from './board-tabs';
import { EscalationColumn } from './escalation-column';

const Packets = () => {
  const { data: vocabulary } = useQuery(vocabularyQuery());
  const queueTitle = (id: string): string => vocabulary?.queues.find((queue) => queue.id === id)?.title ?? id;
  return (
    <div className="scroll-thin flex min-h-0 flex-1 gap-3 overflow-x-auto px-4">
      {escalationStateSchema.options.map((state) => (
        <EscalationColumn key={state} state={state} queueTitle={queueTitle} />
      ))}
    </div>
  );
};

/** What reps hand over to leads: packets by state, the soonest due first, and actions that need a second person. */
export const EscalationBoard = () => {
  const { me } = useDesk();
  const [board, setBoard] = useBoard();
  return (
    <>
      <header className="flex h-12 shrink-0 items-center gap-4 border-b bg-surface px-4">
        <h1 className="font-semibold text-lg">Escalations</h1>
        <BoardTabs
          board={board}
          onChange={(next) => void setBoard(next)}
          waiting={useWaitingApprovals(me.role)}
        />
      </header>
      {board === 'approvals' ? <ApprovalsBoard /> : <Packets />}
    </>
  );
};
