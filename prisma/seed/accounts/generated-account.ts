import { newId } from '@/lib/core/ids';
import { pick } from '@/lib/core/random';
import { PLANS, ZIP } from '../catalogue';
import { daysAfter, daysAgo, monthsAgo } from '../days';
import type { SeedAccount } from './account';
import { billingHistory } from './billing-history';
import { type DownIn, equipment } from './equipment';
import { localPart } from './names';
import type { Numbers } from './numbers';
import { makeProfile, type Profile } from './profile';
import { makeOrder, makeVisit, orderStatus } from './purchases';
import { withNetwork } from './with-network';

export interface Surroundings {
  now: Date;
  numbers: Numbers;
  random: () => number;
  /** Whether an open outage has taken a kind of service down in an area. */
  down: DownIn;
  /** Days of credit an ended outage earned in an area, and how long ago; null where there was none. */
  outageCredit: (area: string) => { days: number; daysAgo: number } | null;
}

const CARE_FLAGS = [
  'Care flag: home dialysis machine that reports over the internet.',
  'Care flag: lives alone and wears an alert pendant that uses the internet.',
  'Care flag: low vision; describe, do not point.',
];

/** An account made up by the fact sheet: its parts agree with one another. */
export const generatedAccount = (
  { name, contact, tier }: { name: string; contact: string | null; tier: Profile['tier'] },
  { now, numbers, random, down, outageCredit }: Surroundings,
): SeedAccount => {
  const profile = makeProfile(tier, random);
  const since = daysAfter(monthsAgo(now, profile.tenureMonths), -Math.floor(random() * 25));
  const id = newId('cus', since.getTime());
  const services = profile.plans.map((plan) => ({
    id: newId('srv', since.getTime()),
    customerId: id,
    kind: PLANS[plan].kind,
    plan,
    priceMinor: PLANS[plan].priceMinor,
    since,
  }));
  const customer = {
    id,
    accountNumber: numbers.account(),
    name,
    tier,
    area: profile.area,
    zip: ZIP[profile.area],
    language: profile.language,
    vulnerable: profile.vulnerable,
    autopay: profile.autopay,
    since,
    priceLockUntil: profile.priceLockMonthsLeft > 0 ? monthsAgo(now, -profile.priceLockMonthsLeft) : null,
    notes: contact
      ? [`Contact for the account: ${contact}.`]
      : profile.vulnerable
        ? [pick(CARE_FLAGS, random)]
        : [],
    createdAt: since,
  };
  const orderAge = Math.floor(random() * 40);
  const visitIn = Math.floor(random() * 34) - 24;
  const fiberPrice = services.find(({ kind }) => kind === 'fiber')?.priceMinor;
  const outage = fiberPrice === undefined ? null : outageCredit(profile.area);
  const account = {
    key: null,
    contact,
    customer,
    contactPoints: [
      {
        id: newId('con', since.getTime()),
        customerId: id,
        kind: 'email',
        value: numbers.email(localPart(name)),
      },
      { id: newId('con', since.getTime()), customerId: id, kind: 'phone', value: numbers.phone() },
    ],
    services,
    devices: equipment(id, profile, now, down, random),
    bills: billingHistory(id, profile, since, now, numbers, random),
    payments: [],
    orders:
      random() < 0.18
        ? [
            makeOrder(
              id,
              daysAgo(now, orderAge),
              orderStatus(orderAge, random),
              random() < 0.2,
              numbers,
              random,
            ),
          ]
        : [],
    visits:
      random() < 0.14 && fiberPrice !== undefined
        ? [
            makeVisit(
              { services, customer },
              {
                on: daysAgo(now, -visitIn),
                kind: pick(['wifi', 'wiring'], random),
                status: visitIn >= 0 ? 'booked' : 'done',
                ours: random() < 0.5,
              },
              numbers,
              random,
            ),
          ]
        : [],
    credits:
      outage && fiberPrice !== undefined
        ? [
            {
              id: newId('cre', now.getTime()),
              customerId: id,
              kind: 'outage',
              on: daysAgo(now, outage.daysAgo),
              amountMinor: Math.round((fiberPrice * outage.days) / 30),
            },
          ]
        : [],
  };
  return withNetwork(account, now);
};
