import { usd } from '@/lib/core/money';
import { type Account, accountSchema } from '@/lib/domain/customer';
import type { SeedAccount } from '@/prisma/seed/accounts/account';
import { shipmentsOf } from '@/prisma/seed/accounts/shipments';

const day = (at: Date | string): string => new Date(at).toISOString().slice(0, 10);
const dayOrNull = (at: Date | string | null | undefined): string | null => (at ? day(at) : null);

const newestFirst = <T>(items: readonly T[], when: (item: T) => Date | string): T[] =>
  [...items].sort((a, b) => new Date(when(b)).getTime() - new Date(when(a)).getTime());

const shipmentOf = (order: SeedAccount['orders'][number]) => {
  const [shipment] = shipmentsOf([order]);
  return shipment ? { ...shipment, expected: dayOrNull(shipment.expected) } : null;
};

/** The account as the pipeline reads it, from the rows the seed would store: what lib/db/accounts.ts gives, without a database. */
export const accountOf = (seed: SeedAccount): Account => {
  const { customer, contactPoints, bills } = seed;
  const reached = (kind: string) => contactPoints.find((point) => point.kind === kind)?.value ?? null;
  const payments = [...seed.payments, ...bills.flatMap(({ payment }) => payment ?? [])];
  return accountSchema.parse({
    customer: {
      ...customer,
      since: day(customer.since),
      zip: customer.zip ?? null,
      priceLockUntil: dayOrNull(customer.priceLockUntil),
      offersAllowed: customer.offersAllowed ?? true,
      email: reached('email'),
      phone: reached('phone'),
    },
    services: seed.services.map((service) => ({
      ...service,
      price: usd(service.priceMinor),
      since: day(service.since),
      status: service.status ?? 'active',
      endsOn: dayOrNull(service.endsOn),
      usageGb: service.usageGb ?? null,
      peakMbps: service.peakMbps ?? null,
    })),
    devices: newestFirst(seed.devices, (device) => device.installed).map((device) => ({
      ...device,
      installed: day(device.installed),
    })),
    invoices: newestFirst(bills, ({ invoice }) => invoice.issued).map(({ invoice, charges }) => ({
      ...invoice,
      issued: day(invoice.issued),
      due: day(invoice.due),
      total: usd(invoice.totalMinor),
      charges: charges.map((charge) => ({
        ...charge,
        amount: usd(charge.amountMinor),
        refunded: usd(charge.refundedMinor ?? 0),
      })),
    })),
    payments: newestFirst(payments, (payment) => payment.on).map((payment) => ({
      ...payment,
      on: day(payment.on),
      amount: usd(payment.amountMinor),
    })),
    orders: newestFirst(seed.orders, (order) => order.placed).map((order) => ({
      ...order,
      placed: day(order.placed),
      expected: dayOrNull(order.expected),
      amount: usd(order.amountMinor),
      shipment: shipmentOf(order),
      reshipOf: order.reshipOf ?? null,
    })),
    visits: newestFirst(seed.visits, (visit) => visit.on).map((visit) => ({
      ...visit,
      on: day(visit.on),
      tripFee: usd(visit.tripFeeMinor),
      technician: null,
      model: visit.model ?? null,
      symptom: visit.symptom ?? null,
      part: visit.part
        ? { name: visit.part, status: visit.partStatus, expected: dayOrNull(visit.partExpected) }
        : null,
    })),
    credits: newestFirst(seed.credits, (credit) => credit.on).map((credit) => ({
      ...credit,
      on: day(credit.on),
      amount: usd(credit.amountMinor),
      months: credit.months ?? 1,
      reason: credit.reason ?? '',
    })),
    memory: [],
    history: [],
  });
};

/** Someone nothing is known of. */
export const strangerAccount = (): Account => ({
  customer: {
    id: 'cus_stranger',
    accountNumber: null,
    name: '',
    tier: 'standard',
    area: null,
    zip: null,
    language: 'en',
    vulnerable: false,
    autopay: false,
    since: null,
    priceLockUntil: null,
    offersAllowed: true,
    email: null,
    phone: null,
    notes: [],
  },
  services: [],
  devices: [],
  invoices: [],
  payments: [],
  orders: [],
  visits: [],
  credits: [],
  memory: [],
  history: [],
});
