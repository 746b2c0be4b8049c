import { newId } from '@/lib/core/ids';
import { pick } from '@/lib/core/random';
import { type Area, FEES, TRIP_FEE, WINDOWS } from '../catalogue';
import { daysAfter, workingDay } from '../days';
import type { SeedAccount } from './account';
import type { Numbers } from './numbers';

type Order = SeedAccount['orders'][number];
type Visit = SeedAccount['visits'][number];

/** What is sold one by one, with its price. */
export const ITEMS = [
  { item: 'LM-10 mesh point', amountMinor: 8900 },
  { item: 'LM-10 mesh point x2', amountMinor: 17800 },
  { item: 'Network cable, 10 m', amountMinor: 1400 },
  { item: 'TV remote', amountMinor: 1900 },
  { item: 'Phone case', amountMinor: 2400 },
] as const;

/** An order, standard delivery taking 4 days; express is in the amount, as on the receipt. */
export const makeOrder = (
  customerId: string,
  placed: Date,
  status: string,
  express: boolean,
  numbers: Numbers,
  random: () => number,
  wanted?: string,
): Order => {
  const { item, amountMinor } = ITEMS.find((one) => one.item === wanted) ?? pick(ITEMS, random);
  return {
    id: newId('ord', placed.getTime()),
    customerId,
    number: numbers.order(placed),
    item,
    amountMinor: amountMinor + (express ? FEES.express : 0),
    status,
    placed,
    expected: status === 'cancelled' ? null : daysAfter(placed, express ? 2 : 4),
  };
};

/** A visit on a working day; the trip fee is the area's, and nothing with Home Care, for an installation or when the fault was Larkspur's. */
export const makeVisit = (
  account: Pick<SeedAccount, 'services'> & { customer: { id: string; area: string } },
  visit: { on: Date; kind: string; status: string; ours: boolean },
  numbers: Numbers,
  random: () => number,
): Visit => {
  const covered =
    visit.ours || visit.kind === 'installation' || account.services.some(({ kind }) => kind === 'home');
  const on = workingDay(visit.on);
  return {
    id: newId('vis', on.getTime()),
    customerId: account.customer.id,
    number: numbers.visit(on),
    kind: visit.kind,
    on,
    window: pick(WINDOWS, random),
    status: visit.status,
    tripFeeMinor: covered ? 0 : TRIP_FEE[account.customer.area as Area],
  };
};

/** What an order placed that many days ago looks like today. */
export const orderStatus = (age: number, random: () => number): string => {
  if (age <= 1) return 'placed';
  if (age <= 4) return random() < 0.85 ? 'shipped' : 'delayed';
  return random() < 0.9 ? 'delivered' : pick(['returned', 'cancelled'], random);
};
