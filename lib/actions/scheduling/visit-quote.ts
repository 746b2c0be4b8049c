import type { Account } from '../../domain/customer';
import type { Quote } from '../../domain/quote';
import type { VisitFacts } from '../../policies/facts';
import { priceVisit } from '../../rules/price-visit';
import { daysFrom } from '../days';
import type { Target } from '../tool';
import type { SlotTime } from './free-slots';
import { localDay, weekdayName } from './local-time';
import type { Work } from './work';

/** What is asked for, as far as it is chosen. */
export interface Choice {
  work: Work;
  slot: Partial<SlotTime>;
  faultIsOurs: boolean;
}

/** Days since the same model was last repaired for this customer; undefined when it never was, or it is not known what was. */
const daysSinceRepair = ({ visits }: Account, { kind, model }: Work, today: string): number | undefined => {
  const last = visits
    .filter(
      (visit) => visit.status === 'done' && visit.kind === kind && model !== null && visit.model === model,
    )
    .map(({ on }) => on)
    .sort()
    .at(-1);
  return kind !== 'appliance' || last === undefined ? undefined : daysFrom(last, today);
};

/** The facts that clauses of pricing.yaml speak of. */
const visitFacts = ({ account, now, pricing }: Target, { work, slot, faultIsOurs }: Choice): VisitFacts => {
  const { visits, areas } = pricing;
  const today = localDay(now, visits.time_zone);
  const { day, window } = slot;
  return {
    visit: {
      kind: work.kind,
      model: work.model ?? undefined,
      symptom: work.symptom ?? undefined,
      zone: areas.find(({ name }) => name === account.customer.area)?.zone,
      weekday: day && weekdayName(day),
      last_window: window === undefined ? undefined : window === visits.windows.at(-1),
      days_ahead: day === undefined ? undefined : daysFrom(today, day),
      fault_is_ours: faultIsOurs,
      days_since_repair: daysSinceRepair(account, work, today),
    },
    customer: {
      home_care: account.services.some(({ kind, status }) => kind === 'home' && status === 'active'),
      tier: account.customer.tier,
      vulnerable: account.customer.vulnerable,
    },
  };
};

/** What a visit costs this customer. */
export const quoteFor = (target: Target, choice: Choice): Quote =>
  priceVisit(target.pricing, visitFacts(target, choice));

/** What somebody gives away by saying that a fault is ours, in cents: what the visit would cost otherwise, less what it costs. */
export const givenAway = (target: Target, choice: Choice): number =>
  quoteFor(target, { ...choice, faultIsOurs: false }).total.minor - quoteFor(target, choice).total.minor;
