import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import type { UserActor } from '@/lib/domain/user';
import { listCallBacks, listRiskAreas } from './list-risk';
import { recordCall } from './record-call';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { content, leaving, scoredAs, versionByHand } from './testing/risk';

const desk = await testDesk();
const { prisma } = desk;
const admin = await desk.signIn('admin');
const lead = await desk.signIn('lead');

const callBacks = async (actor: UserActor = lead, limit = 50) => {
  const answer = await listCallBacks(actor, { query: { limit } });
  if (answer.is !== 'scored') throw new Error(answer.because);
  return answer;
};
const areas = async () => {
  const answer = await listRiskAreas(lead);
  if (answer.is !== 'scored') throw new Error(answer.because);
  return answer.areas;
};
const ring = (id: string, outcome: 'reached' | 'no-answer' | 'do-not-call', actor = lead) =>
  recordCall(actor, { params: { id }, body: { outcome } });

beforeEach(async () => {
  await prisma.$executeRaw`TRUNCATE customer, model_version, audit_entry CASCADE`;
  await versionByHand(desk);
});

describe('the heat map', () => {
  it('adds up chances and what waits, by area', async () => {
    for (const score of [0.5, 0.25])
      await scoredAs(desk, (await leaving(desk, 'Marlow Bay')).customer.id, score);
    const { customer } = await content(desk);
    await scoredAs(desk, customer.id, 0.05);
    await prisma.visit.createMany({
      data: [1, -5].map((days) => ({
        id: `vis_${days}`,
        customerId: customer.id,
        number: `VIS-${days}`,
        kind: 'wifi',
        on: new Date(Date.now() + days * DAY),
        window: '8-10',
        status: 'booked',
        tripFeeMinor: 0,
      })),
    });
    expect(await areas()).toEqual([
      {
        area: 'Marlow Bay',
        customers: 2,
        expectedLeavers: 0.75,
        high: 1,
        shareHigh: 0.5,
        openConversations: 2,
        waitingVisits: 0,
      },
      {
        area: 'Fenwick',
        customers: 1,
        expectedLeavers: 0.05,
        high: 0,
        shareHigh: 0,
        openConversations: 0,
        waitingVisits: 1,
      },
    ]);
  });
});

describe('the call-back list', () => {
  it('has on top what is most likely to be lost, with why and what was last said', async () => {
    const [small, large, safe] = [await leaving(desk), await leaving(desk), await content(desk)];
    await prisma.service.updateMany({
      where: { customerId: large.customer.id },
      data: { priceMinor: 20_000 },
    });
    await scoredAs(desk, small.customer.id, 0.6);
    await scoredAs(desk, large.customer.id, 0.4);
    await scoredAs(desk, safe.customer.id, 0.1);
    const { customers, version } = await callBacks();
    expect(version).toBe('cancel-risk 7');
    expect(customers.map(({ customerId }) => customerId)).toEqual([large.customer.id, small.customer.id]);
    expect(customers[0]).toMatchObject({
      monthly: { minor: 20_000 },
      band: 'high',
      drivers: [{ says: '1 service with us' }],
      last: { conversationId: large.last.id, said: 'I want to cancel my service, Verizon is cheaper' },
      inContact: true,
      called: null,
    });
    expect((await callBacks(lead, 1)).customers).toHaveLength(1);
  });

  it('quotes no conversation that its reader may not see', async () => {
    const { customer, last } = await leaving(desk);
    await scoredAs(desk, customer.id, 0.6);
    const enterprise = await desk.signIn('lead', 'enterprise');
    expect((await callBacks(enterprise)).customers[0]).toMatchObject({ customerId: customer.id, last: null });
    expect((await callBacks(admin)).customers[0]?.last?.conversationId).toBe(last.id);
  });

  it('notes who rang and what came of it, once', async () => {
    const { customer } = await leaving(desk);
    await scoredAs(desk, customer.id, 0.6);
    const at = Array.from({ length: 4 }, () => ring(customer.id, 'reached'));
    expect(await outcomes(at)).toEqual({ done: 1, refused: Array(3).fill('conflict') });
    expect((await callBacks()).customers[0]?.called).toMatchObject({ outcome: 'reached', by: lead.name });
    expect(await prisma.auditEntry.findMany({ where: { action: 'call-back.made' } })).toMatchObject([
      { resource: customer.id, actorId: lead.id, detail: { outcome: 'reached' } },
    ]);
  });

  it('lets somebody who did not answer be rung again', async () => {
    const { customer } = await leaving(desk);
    await scoredAs(desk, customer.id, 0.6);
    await ring(customer.id, 'no-answer');
    await ring(customer.id, 'reached', admin);
    expect((await callBacks()).customers[0]?.called).toMatchObject({ outcome: 'reached', by: admin.name });
  });

  it.each([
    ['reached', 29, false],
    ['reached', 31, true],
    ['do-not-call', 360, false],
    ['do-not-call', 366, true],
    ['no-answer', 1, true],
  ] as const)('of somebody who was rung (%s) %i days ago: listed %s', async (outcome, days, listed) => {
    const { customer } = await leaving(desk);
    await scoredAs(desk, customer.id, 0.6, days);
    await prisma.riskScore.updateMany({
      data: { calledAt: new Date(Date.now() - days * DAY), calledById: lead.id, calledOutcome: outcome },
    });
    await scoredAs(desk, customer.id, 0.6);
    expect((await callBacks()).customers.map(({ customerId }) => customerId)).toEqual(
      listed ? [customer.id] : [],
    );
  });

  it('is for leads and administrators, and of customers that were scored', async () => {
    const { customer } = await leaving(desk);
    await scoredAs(desk, customer.id, 0.6);
    for (const role of ['rep', 'qa'] as const) {
      const actor = await desk.signIn(role);
      expect(await refusal(listRiskAreas(actor))).toMatchObject({ code: 'forbidden' });
      expect(await refusal(callBacks(actor))).toMatchObject({ code: 'forbidden' });
      expect(await refusal(ring(customer.id, 'reached', actor))).toMatchObject({ code: 'forbidden' });
    }
    const { customer: unscored } = await content(desk);
    expect(await refusal(ring(unscored.id, 'reached'))).toMatchObject({ code: 'not_found' });
  });
});
