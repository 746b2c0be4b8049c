'use client';
import { CircleCheck, Siren, Undo2 } from 'lucide-react';
import { DueClock } from '@/components/marks/due-clock';
import type { EscalationView } from '@/lib/contracts/escalations';

/** Where a handed-over conversation stands. */
export const EscalationStatus = ({
  escalation,
  queueTitle,
}: {
  escalation: EscalationView;
  queueTitle: (id: string) => string;
}) => {
  switch (escalation.state) {
    case 'waiting':
      return (
        <p className="flex items-center gap-2">
          <Siren aria-hidden="true" className="size-4 text-accent-strong" />
          Waits for {queueTitle(escalation.queue)} <DueClock due={escalation.dueAt} what="Pick-up" />
        </p>
      );
    case 'accepted':
      return (
        <p className="flex items-center gap-2 text-ok">
          <CircleCheck aria-hidden="true" className="size-4" /> {escalation.decidedBy ?? 'A lead'} has taken
          it over.
        </p>
      );
    case 'returned':
      return (
        <p className="flex items-start gap-2 text-warn">
          <Undo2 aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>
            {escalation.decidedBy ?? 'A lead'} returned it: {escalation.returnReason ?? 'no reason given'}
          </span>
        </p>
      );
    case 'done':
      return (
        <p className="flex items-center gap-2 text-muted">
          <CircleCheck aria-hidden="true" className="size-4" /> The handover is done.
        </p>
      );
    default:
      return escalation.state satisfies never;
  }
};
