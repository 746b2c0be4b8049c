'use client';
import { Siren } from 'lucide-react';
import { Fold } from '@/components/ui/fold';
import type { CueOf } from '@/lib/client/patch-cues';
import type { EscalationView } from '@/lib/contracts/escalations';
import type { EscalationDecision, EscalationKind, FiredTrigger } from '@/lib/domain/escalation';
import { Triggers } from './triggers';

export const KINDS: Record<EscalationKind, string> = {
  immediate: 'Now',
  specialist: 'To a specialist',
  scheduled: 'At a set time',
};

const Risk = ({ risk }: Pick<EscalationDecision, 'risk'>) => (
  <p className="text-muted text-xs tabular-nums">
    Risk {risk.total.toFixed(2)}: sentiment {risk.sentiment.toFixed(2)}, complexity{' '}
    {risk.complexity.toFixed(2)}, business {risk.business.toFixed(2)}
  </p>
);

interface EscalationAlertProps {
  cue: CueOf<'escalation'>;
  /** Where the conversation was handed over to, if it was. */
  handedOver: EscalationView | null;
  queueTitle: (id: string) => string;
}

const Quiet = ({
  summary,
  triggers,
  risk,
}: Pick<EscalationDecision, 'risk'> & { summary: string; triggers: FiredTrigger[] }) => (
  <div className="border-b px-4 py-2">
    <Fold summary={summary}>
      <div className="mt-1 ml-4.5 flex flex-col gap-1">
        <Triggers triggers={triggers} />
        <Risk risk={risk} />
      </div>
    </Fold>
  </div>
);

/** Whether whoever has it, or is asked to take it, was told every reason that always counts. */
const isKnown = (handedOver: EscalationView | null, triggers: readonly FiredTrigger[]): boolean =>
  handedOver !== null &&
  (handedOver.state === 'waiting' || handedOver.state === 'accepted') &&
  triggers.every(({ id, hard }) => !hard || handedOver.reasons.some((reason) => reason.id === id));

/** Whether this must go to someone else, and why. Once it went there, only a new reason is raised again. */
export const EscalationAlert = ({ cue, handedOver, queueTitle }: EscalationAlertProps) => {
  const { decision, risk } = cue.payload.escalation;
  if (!decision.escalate)
    return decision.considered.length === 0 ? null : (
      <Quiet
        summary={`No need to escalate; ${decision.considered.length} considered`}
        triggers={decision.considered}
        risk={risk}
      />
    );
  if (handedOver && isKnown(handedOver, decision.triggers))
    return (
      <Quiet
        summary={`Escalated to ${queueTitle(handedOver.queue)}; nothing new`}
        triggers={decision.triggers}
        risk={risk}
      />
    );
  return (
    <section aria-label="Escalate" className="border-danger/20 border-b bg-danger-soft px-4 py-2">
      <div role="alert">
        <h3 className="flex items-center gap-2 font-semibold text-danger">
          <Siren aria-hidden="true" className="size-4" />
          <span className="flex flex-wrap items-baseline gap-x-2">
            Escalate to {queueTitle(decision.queue)}
            <span className="font-normal text-xs">
              {KINDS[decision.kind]} · within {decision.pickUpMinutes} min
            </span>
          </span>
        </h3>
      </div>
      <div className="mt-1 flex flex-col gap-1">
        <Triggers triggers={decision.triggers} />
        <Risk risk={risk} />
      </div>
    </section>
  );
};
