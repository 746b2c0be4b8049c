'use client';
import { CloudLightning, Siren, Wrench } from 'lucide-react';
import { Instant } from '@/components/marks/time';
import { Fold } from '@/components/ui/fold';
import type { CueOf } from '@/lib/client/patch-cues';
import type { EscalationDecision, EscalationKind } from '@/lib/domain/escalation';
import type { IncidentHit } from '@/lib/domain/knowledge';
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
  queueTitle: (id: string) => string;
}

/** Whether this must go to someone else, and why. */
export const EscalationAlert = ({ cue, queueTitle }: EscalationAlertProps) => {
  const { decision, risk } = cue.payload.escalation;
  if (!decision.escalate)
    return decision.considered.length === 0 ? null : (
      <div className="border-b px-4 py-2">
        <Fold summary={`No need to escalate; ${decision.considered.length} considered`}>
          <div className="mt-1 ml-4.5 flex flex-col gap-1">
            <Triggers triggers={decision.considered} />
            <Risk risk={risk} />
          </div>
        </Fold>
      </div>
    );
  return (
    <section aria-label="Escalate" className="border-danger/20 border-b bg-danger-soft px-4 py-3">
      <div role="alert">
        <h3 className="flex items-center gap-2 font-semibold text-danger">
          <Siren aria-hidden="true" className="size-4" />
          <span>
            Escalate to {queueTitle(decision.queue)}
            <span className="ml-2 font-normal text-xs">
              {KINDS[decision.kind]} · picked up within {decision.pickUpMinutes} min
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

const INCIDENTS = {
  outage: { icon: CloudLightning, name: 'Outage' },
  'known-issue': { icon: Wrench, name: 'Known issue' },
} as const;

/** Outages and known issues that touch this customer. */
export const Incidents = ({ incidents }: { incidents: readonly IncidentHit[] }) =>
  incidents.map((incident) => {
    const { icon: Icon, name } = INCIDENTS[incident.kind];
    return (
      <section
        key={incident.number}
        aria-label={name}
        className="border-warn/20 border-b bg-warn-soft px-4 py-3 text-sm"
      >
        <h3 className="flex items-center gap-2 font-semibold text-warn">
          <Icon aria-hidden="true" className="size-4" /> {name}: {incident.title}
        </h3>
        <p className="mt-1 text-xs">
          {incident.because}
          <br />
          {incident.cause}
        </p>
        {incident.workaround === null ? null : (
          <p className="mt-1 text-xs">Meanwhile: {incident.workaround}</p>
        )}
        <p className="mt-1 text-muted text-xs">
          {incident.number} · since <Instant at={incident.startedAt} />
          {incident.restoreAt === null ? ' · no end known' : null}
          {incident.restoreAt === null ? null : (
            <>
              {' '}
              · back by <Instant at={incident.restoreAt} />
            </>
          )}
        </p>
      </section>
    );
  });
