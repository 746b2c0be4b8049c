import { z } from 'zod';
import { toMinor } from '../../core/money';
import type { Account } from '../../domain/customer';
import type { TargetFacts } from '../../policies/facts';
import { say } from '../amount';
import type { Visit } from '../systems/scheduling';
import type { Said, Target } from '../tool';
import { hoursUntil } from './local-time';

const ASK = 'Choose the visit: it has a number such as VIS-58213';

export const visitParam = z
  .string({ error: ASK })
  .trim()
  .min(1, ASK)
  .max(60, ASK)
  .transform((written) => (written.startsWith('vis_') ? written : written.toUpperCase()))
  .meta({ title: 'Visit' });

export const NO_SUCH_VISIT = 'There is no such visit on this account';
export const VISIT_HAS_CHANGED = 'The visit was changed meanwhile: look again';

/** The visit that was named, else the only one it can be. */
export const visitMeant = (
  { visits }: Account,
  { named }: Said,
  isMeant: (visit: Account['visits'][number]) => boolean,
): string | undefined => {
  const spoken = named
    .map((id) => visits.find((visit) => visit.id === id))
    .find((visit) => visit !== undefined);
  if (spoken !== undefined) return spoken.number;
  const [only, ...others] = visits.filter(isMeant);
  return others.length === 0 ? only?.number : undefined;
};

/** Hours until a visit begins; below zero once it has. */
export const hoursAhead = ({ pricing, now }: Target, visit: Visit): number =>
  hoursUntil(visit.day, visit.window, now, pricing.visits.time_zone);

/** What tools.yaml can know of a visit. */
export const factsOf = (target: Target, visit: Visit): TargetFacts => ({
  status: visit.status,
  kind: visit.kind,
  hours_ahead: hoursAhead(target, visit),
});

/** A change until 24 hours before a visit is free, and costs a fee after that; in cents (docs/larkspur.md, "Visits"). */
export const lateFee = (target: Target, visit: Visit): number =>
  hoursAhead(target, visit) < target.pricing.free_change_hours
    ? toMinor(target.pricing.fees.late_visit_change)
    : 0;

/** The line of the next bill that a late change makes; none where there is nothing to pay. */
export const lateLines = ({ number }: Visit, cents: number): { label: string; amount: number }[] =>
  cents > 0 ? [{ label: `Late change of visit ${number}`, amount: cents }] : [];

export const waiveParam = z
  .boolean({ error: 'Yes or no' })
  .default(false)
  .meta({ title: 'Waive the late change fee' });

/** How a change ends its sentence: `, at no cost`, `, for $25.00 as it is late`. */
export const sayFee = (cents: number, isWaived: boolean): string => {
  if (cents === 0) return ', at no cost';
  return isWaived ? `, the late change fee of ${say(cents)} waived` : `, for ${say(cents)} as it is late`;
};
