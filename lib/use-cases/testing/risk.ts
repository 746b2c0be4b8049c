import { DAY } from '@/lib/core/clock';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import type { Area } from '@/prisma/seed/catalogue';
import type { Desk } from './desk';

/** Somebody with every reason to stay. */
export const content = ({ prisma }: Desk) =>
  makeCustomer(prisma, {
    name: 'Content Customer',
    tenure_months: 70,
    price_lock_months_left: 9,
    autopay: true,
    area: 'Fenwick',
  });

/** Somebody with every reason to leave, and who says so. */
export const leaving = async ({ prisma }: Desk, area: Area = 'Cedar Hollow') => {
  const made = await makeCustomer(prisma, {
    name: 'Leaving Customer',
    tenure_months: 3,
    autopay: false,
    area,
  });
  const { id } = made.customer;
  const before = { customerId: id, state: 'closed', intent: 'billing.bill-explanation', csat: 1 } as const;
  for (const days of [20, 12, 6])
    await makeConversation(prisma, { ...before, now: new Date(Date.now() - days * DAY) });
  const last = await makeConversation(prisma, {
    customerId: id,
    sentiment: 'frustrated',
    queueId: 'retention',
    turns: [
      { text: 'I want to cancel my service, Verizon is cheaper' },
      { role: 'rep', text: 'Let me look at that.' },
    ],
  });
  return { ...made, last };
};

/** Scores a customer by hand, as of some days ago. */
export const scoredAs = ({ prisma }: Desk, customerId: string, score: number, daysAgo = 0) =>
  prisma.riskScore.create({
    data: {
      customerId,
      score,
      on: new Date(Date.now() - daysAgo * DAY),
      drivers: {
        drivers: [{ id: 'services', says: '1 service with us', weight: 0.2 }],
        values: { services: 1, tenure_months: daysAgo },
      },
      modelVersionId: 'by-hand',
    },
  });

/** The version that scores by hand are said to be of. */
export const versionByHand = ({ prisma }: Desk) =>
  prisma.modelVersion.create({
    data: {
      id: 'by-hand',
      model: 'cancel-risk',
      version: 7,
      state: 'live',
      rows: 200,
      metrics: {},
      weights: {},
      trainedAt: new Date(),
    },
  });
