import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { loadRiskInput } from '@/lib/db/risk-inputs';
import type { UserActor } from '@/lib/domain/user';
import { riskMetricsSchema } from '@/lib/learning/cancel-risk/weights';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import type { Area } from '@/prisma/seed/catalogue';
import { cancelOutcomes } from '@/prisma/seed/history/cancel-outcomes';
import { listCallBacks, listRiskAreas } from './list-risk';
import { PRODUCT } from './product-actor';
import { promoteModel } from './promote-model';
import { recordCall } from './record-call';
import { scoreCancelRisk } from './score-cancel-risk';
import { scoreEveryone } from './score-everyone';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { intake } from './testing/says';
import { trainCancelRisk } from './train-cancel-risk';

const desk = await testDesk();
const { prisma } = desk;
const admin = await desk.signIn('admin');
const lead = await desk.signIn('lead');
const rep = await desk.signIn('rep');
const PAST = cancelOutcomes(new Date('2026-11-21'));

const known = (count: number) => prisma.cancelOutcome.createMany({ data: PAST.slice(0, count) });

const inForce = async (): Promise<void> => {
  await known(PAST.length);
  await trainCancelRisk(PRODUCT);
  await promoteModel(PRODUCT, { model: 'cancel-risk' });
};

/** Somebody with every reason to stay, and somebody with every reason to leave. */
const content = () =>
  makeCustomer(prisma, {
    name: 'Content Customer',
    tenure_months: 70,
    price_lock_months_left: 9,
    autopay: true,
    area: 'Fenwick',
  });
const leaving = async (area: Area = 'Cedar Hollow') => {
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

const scored = async (id: string) => {
  const { risk } = await scoreCancelRisk(lead, { params: { id } });
  if (risk.is !== 'scored') throw new Error(risk.because);
  return risk;
};
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

/** Scores a customer by hand, as of some days ago. */
const scoredAs = (customerId: string, score: number, daysAgo = 0) =>
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
const versionByHand = () =>
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

beforeEach(async () => {
  await prisma.$executeRaw`TRUNCATE customer, model_version, cancel_outcome, audit_entry CASCADE`;
});

describe('training', () => {
  it('says what is missing below 200 outcomes, and stores nothing', async () => {
    await known(199);
    expect(await trainCancelRisk(PRODUCT)).toEqual({
      is: 'too-few',
      because: expect.stringMatching(/^199 outcomes are known/),
    });
    expect(await prisma.modelVersion.count()).toBe(0);
    expect(await prisma.auditEntry.count()).toBe(0);
  });

  it('makes a numbered candidate with its figures, in force for nobody yet', async () => {
    await known(PAST.length);
    for (const version of [1, 2])
      expect(await trainCancelRisk(admin)).toMatchObject({ is: 'trained', version, rows: PAST.length });
    const [row] = await prisma.modelVersion.findMany({ orderBy: { version: 'asc' } });
    expect(row).toMatchObject({ model: 'cancel-risk', state: 'candidate', liveAt: null });
    expect(riskMetricsSchema.parse(row?.metrics).auc).toBeGreaterThan(0.7);
    expect(await prisma.auditEntry.count({ where: { action: 'model.trained', actorId: admin.id } })).toBe(2);
    const { customer } = await content();
    expect(await scoreCancelRisk(lead, { params: { id: customer.id } })).toEqual({
      risk: { is: 'abstained', because: 'No version of cancel risk is in force yet.' },
    });
  });

  it('at the same time numbers each of them', async () => {
    await known(PAST.length);
    await Promise.all([trainCancelRisk(admin), trainCancelRisk(admin), trainCancelRisk(PRODUCT)]);
    const rows = await prisma.modelVersion.findMany({ select: { version: true } });
    expect(rows.map(({ version }) => version).toSorted()).toEqual([1, 2, 3]);
  });

  it('and promoting are for administrators and the product itself', async () => {
    for (const actor of [rep, lead, await desk.signIn('qa'), intake]) {
      expect(await refusal(trainCancelRisk(actor))).toMatchObject({ code: 'forbidden' });
      expect(await refusal(promoteModel(actor, { model: 'cancel-risk' }))).toMatchObject({
        code: 'forbidden',
      });
      expect(await refusal(scoreEveryone(actor))).toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('outcomes', () => {
  it('are made of scores 60 days old, once a month of a customer: who has no service past that day has left', async () => {
    const [stayed, left, later, fresh] = [await content(), await content(), await content(), await content()];
    const ended = (days: number) => ({ status: 'ended', endsOn: new Date(Date.now() - days * DAY) });
    await prisma.service.updateMany({ where: { customerId: left.customer.id }, data: ended(50) });
    await prisma.service.updateMany({ where: { customerId: later.customer.id }, data: ended(5) });
    for (const { customer } of [stayed, left, later]) await scoredAs(customer.id, 0.5, 70);
    await scoredAs(fresh.customer.id, 0.5, 59);
    for (let night = 0; night < 2; night++) await trainCancelRisk(PRODUCT);
    const rows = await prisma.cancelOutcome.findMany();
    const of = ({ customer }: typeof stayed) => rows.filter(({ customerId }) => customerId === customer.id);
    expect(of(stayed)).toMatchObject([{ left: false, features: { services: 1, tenure_months: 70 } }]);
    expect(of(left)).toMatchObject([{ left: true }]);
    expect(of(later)).toMatchObject([{ left: false }]);
    expect(of(fresh)).toEqual([]);
  });

  it('of one month are one, whatever days were scored', async () => {
    const { customer } = await content();
    const month = (day: number) => new Date(Date.UTC(2026, 4, day));
    for (const day of [3, 4, 20])
      await prisma.riskScore.create({
        data: {
          customerId: customer.id,
          on: month(day),
          score: 0.1,
          drivers: { drivers: [], values: { services: day } },
          modelVersionId: 'any',
        },
      });
    await trainCancelRisk(PRODUCT);
    expect(await prisma.cancelOutcome.findMany()).toMatchObject([
      { on: month(3), features: { services: 3 } },
    ]);
  });
});

describe('promoting', () => {
  it('puts the candidate in force, retires what was, and is audited', async () => {
    await inForce();
    await trainCancelRisk(admin);
    expect(await promoteModel(admin, { model: 'cancel-risk' })).toEqual({ version: 2, retired: 1 });
    const rows = await prisma.modelVersion.findMany({ orderBy: { version: 'asc' } });
    expect(rows.map(({ state }) => state)).toEqual(['retired', 'live']);
    expect(
      await prisma.auditEntry.findFirst({ where: { action: 'model.promoted', actorId: admin.id } }),
    ).toMatchObject({
      detail: { model: 'cancel-risk', version: 2, retired: 1 },
    });
  });

  it('of one candidate by five at once is done once', async () => {
    await known(PAST.length);
    await trainCancelRisk(admin);
    const five = Array.from({ length: 5 }, () => promoteModel(admin, { model: 'cancel-risk' }));
    expect(await outcomes(five)).toEqual({ done: 1, refused: Array(4).fill('conflict') });
    expect(await prisma.modelVersion.count({ where: { state: 'live' } })).toBe(1);
  });

  it('of what is not there is refused', async () => {
    expect(await refusal(promoteModel(admin, { model: 'cancel-risk' }))).toMatchObject({ code: 'not_found' });
  });
});

describe('scoring', () => {
  it('tells who is content from who is leaving, and why in words', async () => {
    await inForce();
    const [good, bad] = [await content(), await leaving()];
    const [low, high] = [await scored(good.customer.id), await scored(bad.customer.id)];
    expect(low.band).toBe('low');
    expect(high.score).toBeGreaterThan(5 * low.score);
    expect(high.version).toBe('cancel-risk 1');
    const against = high.drivers.filter(({ weight }) => weight > 0).map(({ says }) => says);
    expect(against).toContain('The last conversation went badly');
    expect(low.drivers.find(({ id }) => id === 'lock_months_left')).toMatchObject({
      says: 'Price lock for 9 more months',
    });
  });

  it('counts outages that took down a service of theirs, and no others', async () => {
    const { customer } = await content();
    const outage = (area: string | null, affects: string[], daysAgo: number) =>
      prisma.incident.create({
        data: {
          id: `inc_${area}_${affects}_${daysAgo}`,
          number: `OUT-${area}-${affects}-${daysAgo}`,
          kind: 'outage',
          area,
          affects,
          devices: [],
          title: 'Outage',
          cause: 'a cut cable',
          startedAt: new Date(Date.now() - daysAgo * DAY),
        },
      });
    await outage('Fenwick', ['fiber'], 3);
    await outage(null, ['tv', 'fiber'], 60);
    await outage('Fenwick', ['mobile'], 3);
    await outage('Port Ellery', ['fiber'], 3);
    await outage('Fenwick', ['fiber'], 120);
    expect((await loadRiskInput(prisma, customer.id, new Date()))?.outages).toBe(2);
    await prisma.incident.deleteMany();
  });

  it('abstains with how many outcomes are missing', async () => {
    await known(12);
    const { customer } = await content();
    expect(await scoreCancelRisk(lead, { params: { id: customer.id } })).toEqual({
      risk: { is: 'abstained', because: 'Too few outcomes to learn from: 12 of 200.' },
    });
    expect(await scoreEveryone(PRODUCT)).toMatchObject({ is: 'abstained' });
    expect(await listRiskAreas(lead)).toMatchObject({ is: 'abstained' });
    expect(await listCallBacks(lead, { query: { limit: 5 } })).toMatchObject({ is: 'abstained' });
  });

  it('finds nobody under an id that is not there, and is not for everyone', async () => {
    await inForce();
    expect(await refusal(scored('cus_000000000000000000000000'))).toMatchObject({ code: 'not_found' });
    expect(await refusal(scoreCancelRisk(rep, { params: { id: 'x' } }))).toMatchObject({ code: 'forbidden' });
  });

  it('of everyone writes the day once, those who left excepted, and keeps who was rung', async () => {
    await inForce();
    const [good, bad, gone] = [await content(), await leaving(), await content()];
    await prisma.service.updateMany({ where: { customerId: gone.customer.id }, data: { status: 'ended' } });
    expect(await scoreEveryone(PRODUCT)).toEqual({ is: 'scored', customers: 2 });
    await ring(bad.customer.id, 'reached');
    expect(await scoreEveryone(PRODUCT)).toEqual({ is: 'scored', customers: 2 });
    const rows = await prisma.riskScore.findMany({ orderBy: { score: 'desc' } });
    expect(rows.map(({ customerId }) => customerId)).toEqual([bad.customer.id, good.customer.id]);
    expect(rows[0]).toMatchObject({ calledOutcome: 'reached', score: (await scored(bad.customer.id)).score });
    expect(rows[0]?.drivers).toMatchObject({
      drivers: (await scored(bad.customer.id)).drivers,
      values: { cancel_words: 1, competitor_named: 1, tenure_months: expect.any(Number) },
    });
  });
});

describe('the heat map', () => {
  it('adds up chances and what waits, by area', async () => {
    await versionByHand();
    for (const score of [0.5, 0.25]) await scoredAs((await leaving('Marlow Bay')).customer.id, score);
    const { customer } = await content();
    await scoredAs(customer.id, 0.05);
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
    await versionByHand();
    const [small, large, safe] = [await leaving(), await leaving(), await content()];
    await prisma.service.updateMany({
      where: { customerId: large.customer.id },
      data: { priceMinor: 20_000 },
    });
    await scoredAs(small.customer.id, 0.6);
    await scoredAs(large.customer.id, 0.4);
    await scoredAs(safe.customer.id, 0.1);
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
    await versionByHand();
    const { customer, last } = await leaving();
    await scoredAs(customer.id, 0.6);
    const enterprise = await desk.signIn('lead', 'enterprise');
    expect((await callBacks(enterprise)).customers[0]).toMatchObject({ customerId: customer.id, last: null });
    expect((await callBacks(admin)).customers[0]?.last?.conversationId).toBe(last.id);
  });

  it('notes who rang and what came of it, once', async () => {
    await versionByHand();
    const { customer } = await leaving();
    await scoredAs(customer.id, 0.6);
    const at = Array.from({ length: 4 }, () => ring(customer.id, 'reached'));
    expect(await outcomes(at)).toEqual({ done: 1, refused: Array(3).fill('conflict') });
    expect((await callBacks()).customers[0]?.called).toMatchObject({ outcome: 'reached', by: lead.name });
    expect(await prisma.auditEntry.findMany({ where: { action: 'call-back.made' } })).toMatchObject([
      { resource: customer.id, actorId: lead.id, detail: { outcome: 'reached' } },
    ]);
  });

  it('lets somebody who did not answer be rung again', async () => {
    await versionByHand();
    const { customer } = await leaving();
    await scoredAs(customer.id, 0.6);
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
    await versionByHand();
    const { customer } = await leaving();
    await scoredAs(customer.id, 0.6, days);
    await prisma.riskScore.updateMany({
      data: { calledAt: new Date(Date.now() - days * DAY), calledById: lead.id, calledOutcome: outcome },
    });
    await scoredAs(customer.id, 0.6);
    expect((await callBacks()).customers.map(({ customerId }) => customerId)).toEqual(
      listed ? [customer.id] : [],
    );
  });

  it('is for leads and administrators, and of customers that were scored', async () => {
    await versionByHand();
    const { customer } = await leaving();
    await scoredAs(customer.id, 0.6);
    for (const role of ['rep', 'qa'] as const) {
      const actor = await desk.signIn(role);
      expect(await refusal(listRiskAreas(actor))).toMatchObject({ code: 'forbidden' });
      expect(await refusal(callBacks(actor))).toMatchObject({ code: 'forbidden' });
      expect(await refusal(ring(customer.id, 'reached', actor))).toMatchObject({ code: 'forbidden' });
    }
    const { customer: unscored } = await content();
    expect(await refusal(ring(unscored.id, 'reached'))).toMatchObject({ code: 'not_found' });
  });
});
