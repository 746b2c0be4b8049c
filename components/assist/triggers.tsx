import { Fold } from '@/components/ui/fold';
import type { FiredTrigger } from '@/lib/domain/escalation';

const shownValue = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'not known');

/** Why, in words; the clause and the values it saw on demand. */
export const Triggers = ({ triggers }: { triggers: readonly FiredTrigger[] }) => (
  <ul className="flex flex-col gap-1">
    {triggers.map((trigger) => (
      <li key={trigger.id}>
        <Fold
          summary={
            <span className="text-text">
              {trigger.say}
              {trigger.hard ? <span className="ml-1 text-muted text-xs">always</span> : null}
              {trigger.reading === 'local' ? (
                <span className="ml-1 text-muted text-xs">
                  by the local reading; the model read it otherwise
                </span>
              ) : null}
            </span>
          }
        >
          <div className="mt-1 ml-4.5 rounded-md bg-sunken px-2 py-1 font-mono text-2xs text-muted [overflow-wrap:anywhere]">
            <p>{trigger.when}</p>
            {Object.entries(trigger.seen).map(([name, value]) => (
              <p key={name}>
                {name} = {shownValue(value)}
              </p>
            ))}
          </div>
        </Fold>
      </li>
    ))}
  </ul>
);
