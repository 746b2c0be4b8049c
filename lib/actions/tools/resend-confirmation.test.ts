import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';
import { houseCustomer } from '../testing/house-customer';
import { resendConfirmation } from './resend-confirmation';

const { prisma } = await testDatabase();

let count = 0;
const customer = async (language = 'en') => {
  count += 1;
  const tail = String(count).padStart(2, '0');
  const numbers = { order: `ORD-730155${tail}`, visit: `VIS-582${tail}`, invoice: `INV-2026-1182${tail}` };
  const who = await houseCustomer(prisma, {
    language,
    email: `person-${count}@example.com`,
    phone: `+140655501${tail}`,
    orders: [
      {
        number: numbers.order,
        item: 'LM-10 mesh point',
        amount: 89,
        status: 'shipped',
        placed_days_ago: 4,
        expected_in_days: 1,
      },
    ],
    visits: [
      { number: numbers.visit, kind: 'wifi', in_days: 2, window: '10-12', status: 'booked', trip_fee: 59 },
    ],
    invoices: [
      {
        number: numbers.invoice,
        days_ago: 9,
        status: 'due',
        charges: [{ label: 'Fiber 500', amount: 60 }],
      },
    ],
  });
  return { ...who, numbers };
};

it.each([
  [
    'en',
    'order',
    'Your order {} (LM-10 mesh point, $89.00) is on its way; it was placed on November 17, 2026. Expected on November 22, 2026.',
  ],
  ['en', 'visit', 'Your visit {} is booked for November 23, 2026, 10-12. Trip fee: $59.00.'],
  ['en', 'invoice', 'Your bill {}, $60.00, was issued on November 12, 2026. Due on December 3, 2026.'],
  [
    'es',
    'order',
    'Su pedido {} (LM-10 mesh point, $89.00) está en camino; se hizo el 17 de noviembre de 2026. Llega el 22 de noviembre de 2026.',
  ],
  [
    'es',
    'visit',
    'Su visita {} está reservada para el 23 de noviembre de 2026, 10-12. Costo del viaje: $59.00.',
  ],
  [
    'es',
    'invoice',
    'Su factura {}, $60.00, se emitió el 12 de noviembre de 2026. Vence el 3 de diciembre de 2026.',
  ],
] as const)('in %s words the %s', async (language, of, words) => {
  const { look, numbers } = await customer(language);
  const text = words.replace('{}', numbers[of]);
  expect(await look(resendConfirmation, { about: numbers[of].toLowerCase() })).toEqual({
    is: 'possible',
    effect: {
      sentence: `Send the confirmation of ${numbers[of]} to the email address on file: “${text}”`,
      changes: [{ what: 'Message', before: 'None', after: text }],
      amount: { minor: 0, currency: 'USD' },
    },
    facts: { kind: of },
  });
});

it('queues one message by key, to the address on file', async () => {
  const { id, run, numbers } = await customer();
  const params = { about: numbers.visit, by: 'sms' };
  const key = newId('act');
  const [first, again] = [
    await run(resendConfirmation, params, key),
    await run(resendConfirmation, params, key),
  ];
  expect(again).toEqual(first);
  expect(first).toMatchObject({
    outcome: {
      sentence: `The confirmation of ${numbers.visit} is on its way to the telephone number on file`,
      undo: null,
    },
  });
  expect(await prisma.outgoingMessage.findMany({ where: { customerId: id } })).toMatchObject([
    {
      channel: 'sms',
      address: `+140655501${String(count).padStart(2, '0')}`,
      actionId: key,
      state: 'queued',
    },
  ]);
});

it('is impossible for what is not theirs, and where there is no address', async () => {
  const [one, other] = [await customer(), await customer()];
  for (const about of [other.numbers.order, other.numbers.visit, other.numbers.invoice, 'ORD-00000000'])
    expect(await one.look(resendConfirmation, { about })).toEqual({
      is: 'impossible',
      problems: [{ path: 'about', message: 'There is no such order, visit or bill on this account' }],
    });
  await prisma.contactPoint.deleteMany({ where: { customerId: one.id, kind: 'phone' } });
  const noPhone = {
    is: 'impossible',
    problems: [{ path: 'by', message: 'There is no telephone number on file' }],
  };
  const bySms = { about: one.numbers.order, by: 'sms' };
  expect([await one.look(resendConfirmation, bySms), await one.run(resendConfirmation, bySms)]).toEqual([
    noPhone,
    noPhone,
  ]);
});

it('is proposed for what was named last, to where there is an address', async () => {
  const { target, account, numbers, id } = await customer();
  const { visits, orders } = await account();
  const named = [
    'vis_somebody_elses',
    ...visits.map((visit) => visit.id),
    ...orders.map((order) => order.id),
  ];
  const said = { intent: '', amounts: [], named, services: [] };
  expect(resendConfirmation.propose(await target(), said)).toEqual({ about: numbers.visit, by: 'email' });
  await prisma.contactPoint.deleteMany({ where: { customerId: id, kind: 'email' } });
  expect(resendConfirmation.propose(await target(), { ...said, named: [] })).toEqual({ by: 'sms' });
});
