import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { loadRiskInput } from '@/lib/db/risk-inputs';
import { riskMetricsSchema } from '@/lib/learning/cancel-risk/weights';
import { cancelOutcomes } from '@/prisma/seed/history/cancel-outcomes';
import { listCallBacks, listRiskAreas } from './list-risk';
import { PRODUCT } from './product-actor';
import { promoteModel } from './promote-model';
import { recordCall } from './record-call';
import { scoreCancelRisk } from './score-cancel-risk';
import { scoreEveryone } from './score-everyone';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { content, leaving, scoredAs } from './testing/risk';
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

const scored = async (id: string) => {
  const { risk } = await scoreCancelRisk(lead, { params: { id } });
  if (risk.is !== 'scored') throw new Error(risk.because);
  return risk;
};

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
    const { customer } = await content(desk);
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
    const [stayed, left, later, fresh] = [
      await content(desk),
      await content(desk),
      await content(desk),
      await content(desk),
    ];
    const ended = (days: number) => ({ status: 'ended', endsOn: new Date(Date.now() - days * DAY) });
    await prisma.service.updateMany({ where: { customerId: left.customer.id }, data: ended(50) });
    await prisma.service.updateMany({ where: { customerId: later.customer.id }, data: ended(5) });
    for (const { customer } of [stayed, left, later]) await scoredAs(desk, customer.id, 0.5, 70);
    await scoredAs(desk, fresh.customer.id, 0.5, 59);
    for (let night = 0; night < 2; night++) await trainCancelRisk(PRODUCT);
    const rows = await prisma.cancelOutcome.findMany();
    const of = ({ customer }: typeof stayed) => rows.filter(({ customerId }) => customerId === customer.id);
    expect(of(stayed)).toMatchObject([{ left: false, features: { services: 1, tenure_months: 70 } }]);
    expect(of(left)).toMatchObject([{ left: true }]);
    expect(of(later)).toMatchObject([{ left: false }]);
    expect(of(fresh)).toEqual([]);
  });

  it('of one month are one, whatever days were scored', async () => {
    const { customer } = await content(desk);
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
    const [good, bad] = [await content(desk), await leaving(desk)];
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
    const { customer } = await content(desk);
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
    const { customer } = await content(desk);
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
    const [good, bad, gone] = [await content(desk), await leaving(desk), await content(desk)];
    await prisma.service.updateMany({ where: { customerId: gone.customer.id }, data: { status: 'ended' } });
    expect(await scoreEveryone(PRODUCT)).toEqual({ is: 'scored', customers: 2 });
    await recordCall(lead, { params: { id: bad.customer.id }, body: { outcome: 'reached' } });
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
