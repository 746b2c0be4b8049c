import { newId } from '@/lib/core/ids';
import { seededRandom } from '@/lib/core/random';
import type { Prisma } from '@/lib/db/generated/client';
import type { RiskValues } from '@/lib/domain/cancel-risk';
import { daysAgo } from '../days';

const OUTCOMES = 640;

/** Its own seed, so that what else the demo makes up stays as it is. */
const SEED = 60_409;

/** An outcome is known 60 days after its day; the oldest are of a year before that. */
const NEWEST_DAYS = 61;
const OLDEST_DAYS = 420;

const standardNormal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const cents = (dollars: number): number => Math.round(dollars * 100) / 100;

/** A customer as they were on some day: most are content, and a third was in touch lately. */
const valuesOf = (random: () => number): RiskValues => {
  const chance = (share: number): boolean => random() < share;
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const tenure = chance(0.35) ? 1 + upTo(14) : 6 + upTo(90);
  const locked = chance(0.2);
  const lockOver = !locked && chance(0.25);
  const services = 1 + upTo(3);
  const contacts = chance(0.4) ? 1 + upTo(4) : 0;
  const same = contacts === 0 ? 0 : chance(0.3) ? contacts : 1;
  const talked = contacts > 0 && chance(0.8);
  const mood = talked ? (chance(0.35) ? -1 : chance(0.3) ? 1 : 0) : null;
  const unhappy = mood === -1;
  return {
    tenure_months: tenure,
    lock_months_left: locked ? 1 + upTo(11) : 0,
    lock_months_over: lockOver ? upTo(10) : null,
    monthly_dollars: cents(services * (25 + random() * 35)),
    services,
    bill_change_dollars: chance(0.3) ? cents((chance(0.8) ? 1 : -1) * (5 + random() * 30)) : 0,
    overdue_dollars: chance(0.08) ? cents(40 + random() * 160) : 0,
    failed_payments: chance(0.07) ? 1 + upTo(1) : 0,
    disputed_bills: chance(0.05) ? 1 : 0,
    autopay: Number(chance(0.55)),
    plan_use: chance(0.8) ? Math.round((0.05 + random() * 0.9) * 100) / 100 : null,
    outages: chance(0.2) ? 1 + upTo(1) : 0,
    missed_visits: Number(chance(0.05)),
    late_orders: Number(chance(0.06)),
    contacts_90_days: contacts,
    same_reason_contacts: same,
    last_csat: talked && chance(0.6) ? (unhappy ? 1 + upTo(2) : 3 + upTo(2)) : null,
    mood,
    mood_falling: talked ? Number(chance(unhappy ? 0.6 : 0.1)) : null,
    cancel_words: talked ? Number(chance(unhappy ? 0.4 : 0.15)) : null,
    competitor_named: talked ? Number(chance(unhappy ? 0.12 : 0.03)) : null,
  };
};

/** Log-odds of somebody to whom nothing happens, and how hard what happens weighs. */
const USUAL = -3.2;
const STRENGTH = 2.6;

const when = (holds: boolean, weight: number): number => (holds ? weight : 0);

/**
 * Log-odds of leaving within 60 days: the demo's own rule, made up like the rest of Larkspur. What adds to it is what the trade knows to
 * (new customers, a lock that has just ended, a bill that rose, unsolved contacts), and some of it only together.
 */
const logOdds = (values: RiskValues): number => {
  const of = (id: keyof RiskValues): number => values[id] ?? 0;
  const unhappy = of('mood') < 0;
  const rose = Math.max(0, of('bill_change_dollars'));
  const effects =
    1.2 * Math.exp(-of('tenure_months') / 10) +
    when(of('lock_months_left') > 0, -1.9) +
    when(values.lock_months_over !== null && of('lock_months_over') <= 3, 1) +
    rose * (unhappy ? 0.08 : 0.035) +
    when(of('outages') > 0 && of('same_reason_contacts') >= 2, 1.4) +
    when(of('same_reason_contacts') >= 3, 0.7) +
    when(of('overdue_dollars') > 0, 0.5) +
    0.4 * of('failed_payments') +
    0.6 * of('disputed_bills') +
    when(values.last_csat !== null && of('last_csat') <= 2, 0.9) +
    when(of('last_csat') === 5, -0.6) +
    2 * of('cancel_words') +
    1.1 * of('competitor_named') +
    0.5 * of('mood_falling') -
    0.3 * (of('services') - 1) -
    0.4 * of('autopay') +
    when(values.plan_use !== null && of('plan_use') < 0.2 && of('monthly_dollars') > 80, 0.6) +
    0.8 * of('missed_visits');
  return USUAL + STRENGTH * effects;
};

/** How much of leaving nothing here explains: people move house. */
const UNEXPLAINED = 0.4;

/** Simulated past outcomes for cancel risk to be learnt from, the same at every start. They are of nobody: no customer is named. */
export const cancelOutcomes = (now: Date): Prisma.CancelOutcomeCreateManyInput[] => {
  const random = seededRandom(SEED);
  return Array.from({ length: OUTCOMES }, () => {
    const features = valuesOf(random);
    const odds = Math.exp(logOdds(features) + UNEXPLAINED * standardNormal(random));
    const on = daysAgo(now, NEWEST_DAYS + Math.floor(random() * (OLDEST_DAYS - NEWEST_DAYS)));
    return {
      id: newId('out', on.getTime()),
      customerId: null,
      features,
      left: random() < odds / (1 + odds),
      on,
    };
  });
};
