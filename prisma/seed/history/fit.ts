import { hasService, type SeedAccount } from '../accounts/account';
import type { Line } from '../accounts/bill';
import { FEES, TRIP_FEE } from '../catalogue';

/** What an account must show so that a past conversation could have happened on it; what is missing is added to the account. */
export interface Fit {
  /** Who it can be told of, beyond the services it needs. */
  who?: (account: SeedAccount) => boolean;
  /** Whom else than generated people it can be told of: a business, or an anchor customer whose own story it leaves alone. */
  business?: true;
  anchor?: true;
  /** The day it has to be on: just after the first bill, or thirteen months after the start. */
  on?: 'first-bill' | 'after-a-year';
  order?: { item?: string; status: string; daysAfterPlaced: number; express?: true };
  /** `inDays`: from the conversation to the visit; negative when it was before. */
  visit?: { kind: string; status: string; inDays: number; ours?: true };
  /** `bills`: on how many, the newest at the time and those before it; `oldDays`: how old that newest one is at least. */
  bill?: { add?: Line[]; drop?: string; bills: number; oldDays?: number; paidLate?: true };
  /** Lines that stood on every bill of the first year. */
  firstYear?: Line;
  credit?: { kind: string; amountMinor: number };
  note?: string;
  /** Nobody contacts us about this account but for this. */
  last?: true;
  vulnerable?: true;
}

const boxes = (account: SeedAccount): number =>
  account.devices.filter(({ model }) => model === 'LT-4 TV box').length;
const withPlan =
  (plan: string) =>
  (account: SeedAccount): boolean =>
    account.services.some((service) => service.plan === plan);
const without =
  (test: (account: SeedAccount) => boolean) =>
  (account: SeedAccount): boolean =>
    !test(account);
const withModel =
  (model: string) =>
  (account: SeedAccount): boolean =>
    account.devices.some((device) => device.model === model);
const inZoneA = ({ customer }: SeedAccount): boolean =>
  customer.area === 'Alder Falls' || customer.area === 'Marlow Bay';
const pays =
  (autopay: boolean) =>
  (account: SeedAccount): boolean =>
    account.customer.autopay === autopay;

/** By the id of the conversation; one that is not here needs nothing more than its `needs`. */
export const FITS: Record<string, Fit> = {
  // Orders
  'delivered-but-nothing-on-porch': { order: { status: 'delivered', daysAfterPlaced: 6 }, business: true },
  'reship-vanished-too': { order: { status: 'delivered', daysAfterPlaced: 12 } },
  'express-still-in-transit': {
    order: { status: 'delivered', daysAfterPlaced: 4, express: true },
    credit: { kind: 'goodwill', amountMinor: 1200 },
  },
  'hold-at-pickup-already-shipped': { order: { status: 'delivered', daysAfterPlaced: 1 } },
  'tracking-says-label-created': { order: { status: 'delivered', daysAfterPlaced: 1 }, business: true },
  'wrong-color-cancel-before-ship': {
    order: { item: 'Phone case', status: 'cancelled', daysAfterPlaced: 0 },
  },
  'arrived-with-crack': {
    order: { item: 'LM-10 mesh point', status: 'delivered', daysAfterPlaced: 4 },
    business: true,
  },
  'changed-mind-within-30-days': {
    order: { item: 'LM-10 mesh point', status: 'returned', daysAfterPlaced: 11 },
  },
  'swap-for-a-bigger-one': { order: { item: 'Phone case', status: 'returned', daysAfterPlaced: 7 } },
  'refund-still-not-on-card': {
    order: { item: 'LM-10 mesh point', status: 'returned', daysAfterPlaced: 26 },
  },
  // Visits
  'alarm-light-fiber-damage': {
    visit: { kind: 'wiring', status: 'done', inDays: 1, ours: true },
    credit: { kind: 'outage', amountMinor: 200 },
  },
  'hospital-day-visit-moved': { visit: { kind: 'wifi', status: 'done', inDays: 6 } },
  'move-visit-school-pickup': { visit: { kind: 'wifi', status: 'done', inDays: 5 } },
  'nobody-came-still-offline': {
    visit: { kind: 'wiring', status: 'missed', inDays: -1, ours: true },
    credit: { kind: 'missed-visit', amountMinor: 2500 },
  },
  'praise-for-the-installer': { visit: { kind: 'installation', status: 'done', inDays: -1 } },
  'third-call-trip-fee': {
    who: (account) => inZoneA(account) && !hasService(account, 'home'),
    visit: { kind: 'wiring', status: 'done', inDays: -33 },
    bill: {
      add: [
        { label: 'Trip fee', amountMinor: TRIP_FEE['Alder Falls'] },
        { label: 'Late change of a visit', amountMinor: 2500 },
      ],
      bills: 1,
    },
  },
  'washer-wont-drain-home-care': { visit: { kind: 'appliance', status: 'done', inDays: 3 } },
  // Bills
  'late-fee-paid-day-after': {
    who: pays(false),
    bill: { add: [{ label: 'Late fee', amountMinor: FEES.late }], bills: 1, oldDays: 36, paidLate: true },
    credit: { kind: 'late-fee-waiver', amountMinor: FEES.late },
  },
  'returned-tv-box-still-billed': {
    who: (account) => boxes(account) === 1,
    bill: { add: [{ label: 'Extra TV box', amountMinor: 700 }], bills: 3 },
    credit: { kind: 'billing', amountMinor: 2100 },
  },
  'autopay-discount-not-on-bill': {
    who: pays(true),
    bill: { drop: 'AutoPay with paperless billing', bills: 6 },
    credit: { kind: 'billing', amountMinor: 1000 },
  },
  'extra-line-nobody-ordered': {
    bill: { add: [{ label: 'Mobile Unlimited, further line', amountMinor: 3500 }], bills: 1 },
    credit: { kind: 'billing', amountMinor: 3500 },
  },
  'drop-sports-after-season': {
    who: without(withPlan('Sports add-on')),
    bill: { add: [{ label: 'Sports add-on', amountMinor: 1200 }], bills: 3 },
  },
  'first-bill-too-high': { on: 'first-bill' },
  'promo-year-over': {
    on: 'after-a-year',
    who: pays(false),
    firstYear: { label: 'New customer promotion', amountMinor: -1500 },
  },
  'autopay-expired-card': { who: pays(true) },
  'autopay-and-manual-payment': { who: pays(true) },
  'oxygen-machine-second-arrangement': {
    vulnerable: true,
    note: 'Care flag: home oxygen machine that reports to a clinic over the internet.',
  },
  // People and equipment
  'cancel-for-late-father': {
    last: true,
    note: 'A son or daughter told us that the account holder has died; the care desk has the case.',
  },
  'lf-600-worth-it': { who: without(withModel('LF-600 gateway')) },
  'bank-to-card-autopay': { who: pays(true), business: true },
  'pay-page-spins-forever': { business: true },
  'copy-of-all-data': { business: true },
  'when-does-late-fee-start': { business: true, anchor: true },
  'store-open-on-sunday': { anchor: true },
  'express-or-standard-by-friday': { anchor: true },
  'stop-the-marketing-mails': { anchor: true },
  'rented-and-bought-rules': { anchor: true },
  'speed-test-then-silence': { business: true },
};
