import { CloudLightning, Wrench } from 'lucide-react';
import { Instant } from '@/components/marks/time';
import { Fold } from '@/components/ui/fold';
import type { IncidentHit } from '@/lib/domain/knowledge';

const INCIDENTS = {
  outage: { icon: CloudLightning, name: 'Outage' },
  'known-issue': { icon: Wrench, name: 'Known issue' },
} as const;

const When = ({ incident }: { incident: IncidentHit }) => (
  <>
    {incident.restoreAt === null ? (
      'No end known'
    ) : (
      <>
        Back by <Instant at={incident.restoreAt} />
      </>
    )}{' '}
    · since <Instant at={incident.startedAt} /> · {incident.number}
  </>
);

const Why = ({ incident }: { incident: IncidentHit }) => (
  <p className="mt-1 ml-4.5 text-xs">
    {incident.because}
    <br />
    Cause: {incident.cause}
  </p>
);

const Workaround = ({ incident }: { incident: IncidentHit }) =>
  incident.workaround === null ? null : <p className="mt-0.5 text-xs">Meanwhile: {incident.workaround}</p>;

interface IncidentProps {
  incident: IncidentHit;
  /** Another one comes first: this one takes a line until it is opened. */
  brief: boolean;
}

const Incident = ({ incident, brief }: IncidentProps) => {
  const { icon: Icon, name } = INCIDENTS[incident.kind];
  const title = (
    <h3 className="flex items-start gap-2 font-semibold text-warn">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span className={brief ? 'line-clamp-1' : undefined}>
        {name}: {incident.title}
      </span>
    </h3>
  );
  return (
    <section aria-label={name} className="border-warn/20 border-b bg-warn-soft px-4 py-2 text-sm">
      {brief ? (
        <Fold summary={title}>
          <div className="ml-4.5 text-xs">
            <Workaround incident={incident} />
            <p className="mt-0.5 text-muted">
              <When incident={incident} />
            </p>
          </div>
          <Why incident={incident} />
        </Fold>
      ) : (
        <>
          {title}
          <Workaround incident={incident} />
          <Fold
            summary={
              <span className="text-muted text-xs">
                <When incident={incident} />
              </span>
            }
          >
            <Why incident={incident} />
          </Fold>
        </>
      )}
    </section>
  );
};

/** Outages and known issues that touch this customer, briefly, so that the reply stays in sight. */
export const Incidents = ({ incidents }: { incidents: readonly IncidentHit[] }) =>
  incidents.map((incident, at) => <Incident key={incident.number} incident={incident} brief={at > 0} />);
