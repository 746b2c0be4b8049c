import {
  CircleSlash,
  type LucideIcon,
  SignalHigh,
  SignalLow,
  SignalMedium,
  TrendingDown,
  TrendingUp,
} from 'lucide-react';
import { CueSection } from '@/components/assist/cue-section';
import { Badge, type Tone } from '@/components/ui/badge';
import { Fold } from '@/components/ui/fold';
import type { CancelRisk, RiskDriver } from '@/lib/domain/cancel-risk';

type Scored = Extract<CancelRisk, { is: 'scored' }>;

const BANDS: Record<Scored['band'], { icon: LucideIcon; word: string; tone: Tone }> = {
  low: { icon: SignalLow, word: 'Low', tone: 'ok' },
  medium: { icon: SignalMedium, word: 'Medium', tone: 'warn' },
  high: { icon: SignalHigh, word: 'High', tone: 'danger' },
};

/** As many as are read in a glance. */
const OPEN = 3;

const Driver = ({ driver }: { driver: RiskDriver }) => {
  const leaves = driver.weight > 0;
  const Icon = leaves ? TrendingUp : TrendingDown;
  return (
    <li className="flex items-start gap-1.5 text-xs">
      <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-faint" />
      <span>
        <span className="text-faint">{leaves ? 'May leave:' : 'Stays:'}</span> {driver.says}
      </span>
    </li>
  );
};

export const Drivers = ({ drivers }: { drivers: readonly RiskDriver[] }) => (
  <ul aria-label="Reasons" className="flex flex-col gap-0.5">
    {drivers.map((driver) => (
      <Driver key={driver.id} driver={driver} />
    ))}
  </ul>
);

export const Band = ({ risk }: { risk: Pick<Scored, 'band' | 'score'> }) => {
  const { icon: Icon, word, tone } = BANDS[risk.band];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden="true" /> {word}{' '}
      <span className="tabular-nums">{Math.round(risk.score * 100)} %</span>
    </Badge>
  );
};

/** How likely this customer is to leave, and what speaks for and against it; or why nothing is said. */
export const RiskSection = ({ risk }: { risk: CancelRisk }) =>
  risk.is === 'abstained' ? (
    <CueSection title="Customer risk">
      <p className="flex items-start gap-2 text-muted">
        <CircleSlash aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
        No score. {risk.because}
      </p>
    </CueSection>
  ) : (
    <CueSection title="Customer risk" aside={<Band risk={risk} />}>
      <Drivers drivers={risk.drivers.slice(0, OPEN)} />
      {risk.drivers.length > OPEN ? (
        <Fold summary={<span className="text-xs">{risk.drivers.length - OPEN} more</span>} className="mt-1">
          <Drivers drivers={risk.drivers.slice(OPEN)} />
        </Fold>
      ) : null}
      <p className="mt-1 text-2xs text-faint">Chance to leave within 60 days · model {risk.version}</p>
    </CueSection>
  );
