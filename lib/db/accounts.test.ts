import { describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { usd } from '@/lib/core/money';
import { accountSchema } from '@/lib/domain/customer';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { loadAccount } from './accounts';
import { testDatabase } from './testing';

const { prisma } = await testDatabase();

const held = async () => {
  const { customer } = await makeCustomer(prisma, {
    tenure_months: 1,
    services: [
      { kind: 'fiber', plan: 'Fiber 500' },
      { kind: 'tv', plan: 'TV Plus' },
    ],
    invoices: [
      {
        number: 'INV-2026-300001',
        days_ago: 5,
        status: 'due',
        charges: [{ label: 'Fiber 500', amount: 60 }],
      },
    ],
    orders: [
      {
        number: 'ORD-71000001',
        item: 'LM-10 mesh point',
        amount: 89,
        status: 'shipped',
        placed_days_ago: 3,
        expected_in_days: 1,
      },
    ],
    visits: [
      { number: 'VIS-59001', kind: 'appliance', in_days: 3, window: '8-10', status: 'booked', trip_fee: 59 },
    ],
    credits: [
      { kind: 'outage', days_ago: 3, amount: 2 },
      { kind: 'goodwill', days_ago: 2, amount: 5 },
    ],
  });
  const { id } = customer;
  await prisma.charge.updateMany({ where: { invoice: { customerId: id } }, data: { refundedMinor: 1500 } });
  await prisma.credit.updateMany({
    where: { customerId: id, kind: 'outage' },
    data: { reversedAt: new Date() },
  });
  await prisma.technician.create({
    data: {
      id: 'tec_1',
      name: 'Ines Falk',
      homeArea: 'Alder Falls',
      skills: ['appliance'],
      weekdays: [1, 2, 3],
    },
  });
  await prisma.visit.updateMany({
    where: { customerId: id },
    data: {
      technicianId: 'tec_1',
      model: 'oven',
      symptom: 'no-heat',
      part: 'Igniter',
      partStatus: 'ordered',
    },
  });
  return id;
};

describe('an account', () => {
  it('is what its schema says, with all there is to act on', async () => {
    const id = await held();
    const account = await loadAccount(prisma, id);
    expect(accountSchema.parse(account)).toEqual(account);
    expect(account).toMatchObject({
      customer: { offersAllowed: true },
      services: [
        { status: 'active', endsOn: null },
        { status: 'active', endsOn: null },
      ],
      invoices: [{ charges: [{ amount: usd(6000), refunded: usd(1500) }] }],
      orders: [{ shipment: { status: 'moving', tracking: 'NP0071000001' }, reshipOf: null }],
      visits: [
        {
          technician: 'Ines Falk',
          model: 'oven',
          symptom: 'no-heat',
          part: { name: 'Igniter', status: 'ordered', expected: null },
        },
      ],
      credits: [{ kind: 'goodwill', months: 1, reason: '' }],
    });
  });

  it('has a service until its last day is over, and is closed when nothing goes on', async () => {
    const { customer, services } = await makeCustomer(prisma, {
      services: [
        { kind: 'fiber', plan: 'Fiber 500' },
        { kind: 'tv', plan: 'TV Plus' },
      ],
    });
    const plans = async () =>
      (await loadAccount(prisma, customer.id))?.services
        .map(({ plan, status }) => `${plan} ${status}`)
        .sort();
    const end = (plan: string, days: number) =>
      prisma.service.updateMany({
        where: { customerId: customer.id, plan },
        data: { endsOn: new Date(Date.now() + days * DAY) },
      });
    expect(services).toHaveLength(2);
    await end('TV Plus', 1);
    expect(await plans()).toEqual(['Fiber 500 active', 'TV Plus active']);
    await end('TV Plus', -1);
    expect(await plans()).toEqual(['Fiber 500 active']);
    await end('Fiber 500', -1);
    expect(await plans()).toEqual(['Fiber 500 ended', 'TV Plus ended']);
  });
});
