import { createHash } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { beforeAll, describe, expect, test } from 'vitest';
import { stockedItem } from '@/lib/actions/orders/stocked-item';
import { lineVerdict } from '@/lib/actions/services/line-verdict';
import { testDatabase } from '@/lib/db/testing';
import { firedTriggerSchema } from '@/lib/domain/escalation';
import { handoffPacketSchema, PACKET_WORDS } from '@/lib/domain/handoff';
import { articleBodySchema } from '@/lib/domain/knowledge';
import { PUBLIC_SCOPES } from '@/lib/domain/user';
import { loadPolicies } from '@/lib/policies/load';
import { policiesDir } from '@/lib/use-cases/policies-in-force';
import { readSeedFiles } from './files/seed-files';
import { type Seeded, seedDemo } from './seed-demo';

const { prisma } = await testDatabase();
const now = new Date('2027-03-10T18:00:00Z');
const seed = () => seedDemo(prisma, { now, passwords: (email) => `secret of ${email}` });
let seeded: Seeded;
beforeAll(async () => {
  seeded = await seed();
});

describe('people and keys', () => {
  test('four reps, two leads, two QA reviewers and an admin can sign in with the passwords given', async () => {
    const users = await prisma.user.findMany();
    const count = (role: string) => users.filter((user) => user.role === role).length;
    expect([count('rep'), count('lead'), count('qa'), count('admin')]).toEqual([4, 2, 2, 1]);
    expect(users.filter(({ role, teamId }) => role === 'rep' && teamId === 'enterprise')).toHaveLength(1);
    const customers = new Set((await prisma.customer.findMany()).map(({ name }) => name));
    for (const { email, password, name } of seeded.accounts) {
      const user = users.find((one) => one.email === email);
      expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(await verify(user?.passwordHash ?? '', password ?? '')).toBe(true);
      expect(customers.has(name)).toBe(false);
    }
  });

  test('API keys are stored as their SHA-256 only', async () => {
    const keys = [seeded.apiKey ?? '', seeded.publicApiKey ?? ''];
    const hashes = keys.map((key) => createHash('sha256').update(key).digest('hex'));
    for (const key of keys) expect(key).toMatch(/^cdk_[A-Za-z0-9]{40}$/);
    const stored = await prisma.apiKey.findMany({ select: { hash: true, scopes: true } });
    expect(new Map(stored.map(({ hash, scopes }) => [hash, scopes]))).toEqual(
      new Map([
        [hashes[0], ['messages:write']],
        [hashes[1], [...PUBLIC_SCOPES]],
      ]),
    );
  });

  test('the enterprise desk belongs to the enterprise team, the other queues to care', async () => {
    const queues = await prisma.queue.findMany();
    expect(queues.filter(({ teamId }) => teamId === 'enterprise').map(({ id }) => id)).toEqual([
      'enterprise-desk',
    ]);
    expect(queues.length).toBeGreaterThanOrEqual(11);
  });
});

describe('accounts', () => {
  test('250 customers, the anchors as they were written', async () => {
    expect(await prisma.customer.count()).toBe(250);
    const { customers } = await readSeedFiles();
    for (const file of Object.values(customers)) {
      const point = await prisma.contactPoint.findUnique({
        where: { kind_value: { kind: 'email', value: file.email } },
        include: { customer: { include: { services: true, invoices: true } } },
      });
      expect(point?.customer.name).toBe(file.name);
      expect(point?.customer.services.map(({ plan }) => plan).sort()).toEqual(
        file.services.map(({ plan }) => plan).sort(),
      );
      expect(point?.customer.invoices.map(({ number }) => number)).toEqual(
        expect.arrayContaining(file.invoices.map(({ number }) => number)),
      );
    }
  });

  test('every bill is the sum of its charges, due 21 days after it was issued, and positive', async () => {
    const invoices = await prisma.invoice.findMany({ include: { charges: true } });
    expect(invoices.length).toBeGreaterThan(1200);
    for (const { totalMinor, charges, issued, due, number } of invoices) {
      expect(
        charges.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        number,
      ).toBe(totalMinor);
      expect(due.getTime() - issued.getTime(), number).toBe(21 * 86_400_000);
      expect(totalMinor, number).toBeGreaterThan(0);
    }
  });

  test('a paid bill has a posted payment of its amount, between its issue and today', async () => {
    const customers = await prisma.customer.findMany({ include: { invoices: true, payments: true } });
    for (const { name, invoices, payments } of customers) {
      const free = [...payments];
      for (const { status, totalMinor, number, issued } of invoices.filter(
        (invoice) => invoice.status === 'paid',
      )) {
        const at = free.findIndex(
          (payment) =>
            payment.status === 'posted' &&
            payment.amountMinor === totalMinor &&
            payment.on >= issued &&
            payment.on <= now,
        );
        expect(at, `${name} ${number} ${status}`).toBeGreaterThanOrEqual(0);
        free.splice(at, 1);
      }
    }
  });

  test('a bill that is open is overdue exactly when its due date has passed', async () => {
    const open = await prisma.invoice.findMany({
      where: {
        status: { in: ['due', 'overdue'] },
        customer: { contactPoints: { none: { value: { contains: 'villanueva' } } } },
      },
    });
    for (const { status, due, number } of open)
      expect(status, number).toBe(due < new Date('2027-03-10') ? 'overdue' : 'due');
  });

  test('everybody has the ZIP code of their area, as policies/pricing.yaml has it', async () => {
    const { pricing } = await loadPolicies(policiesDir());
    const zips = Object.fromEntries(pricing.areas.map(({ name, zip }) => [name, zip]));
    for (const { name, area, zip } of await prisma.customer.findMany())
      expect(zip, name).toBe(zips[area ?? '']);
  });

  test('a visit costs the trip fee of its area, and nothing with Home Care', async () => {
    const fees: Record<string, number> = {
      'Alder Falls': 5900,
      'Marlow Bay': 5900,
      Fenwick: 7900,
      'Stonebridge Heights': 7900,
      'Cedar Hollow': 9900,
      'Port Ellery': 9900,
    };
    const visits = await prisma.visit.findMany({ include: { customer: { include: { services: true } } } });
    expect(visits.some(({ tripFeeMinor }) => tripFeeMinor > 0)).toBe(true);
    for (const { tripFeeMinor, customer, number } of visits) {
      expect([0, fees[customer.area ?? '']], number).toContain(tripFeeMinor);
      if (customer.services.some(({ kind }) => kind === 'home')) expect(tripFeeMinor, number).toBe(0);
    }
  });

  test('service is suspended exactly where a bill has been overdue for 30 days, and one is paused', async () => {
    const customers = await prisma.customer.findMany({ include: { services: true, invoices: true } });
    const late = (due: Date) => now.getTime() - due.getTime() >= 30 * 86_400_000;
    let suspended = 0;
    for (const { name, services, invoices } of customers) {
      const stopped = services.filter(({ status }) => status === 'suspended');
      const owes = invoices.some(({ status, due }) => status === 'overdue' && late(due));
      expect(stopped, name).toHaveLength(owes ? 1 : 0);
      suspended += stopped.length;
    }
    expect(suspended).toBeGreaterThanOrEqual(3);
    expect(customers.find(({ name }) => name === 'Rosario Villanueva')?.services[0]?.status).toBe(
      'suspended',
    );
    expect(await prisma.service.count({ where: { status: 'paused' } })).toBe(1);
  });

  test('the warehouse knows every item that was ordered, and what left it has a package', async () => {
    const stock = new Set((await prisma.stock.findMany()).map(({ item }) => item));
    const orders = await prisma.order.findMany({ include: { shipments: true } });
    const left = ['shipped', 'delayed', 'delivered', 'returned'];
    for (const { number, item, status, shipments } of orders) {
      expect(stock.has(stockedItem(item).item), item).toBe(true);
      expect(shipments, number).toHaveLength(left.includes(status) ? 1 : 0);
    }
  });

  test('every fiber service has a line that fits its terminal, and right-sizing has something to say both ways', async () => {
    const fiber = await prisma.service.findMany({
      where: { kind: 'fiber' },
      include: { line: true, customer: { include: { devices: true } } },
    });
    const verdicts = fiber.map(({ line, customer }) => {
      const terminal = customer.devices.find(({ model }) => model.startsWith('ON-'));
      const verdict = line && lineVerdict(line);
      expect(verdict === 'no-light', customer.name).toBe(terminal?.status === 'offline');
      return verdict;
    });
    expect(new Set(verdicts)).toEqual(new Set(['good', 'weak', 'no-light']));
    const mbps: Record<string, number> = {
      'Fiber 300': 300,
      'Fiber 500': 500,
      'Fiber 1 Gig': 1000,
      'Fiber 2 Gig': 2000,
    };
    const shares = fiber.map(({ plan, peakMbps }) => (peakMbps ?? 0) / (mbps[plan] ?? 1));
    expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
    expect(shares.filter((share) => share < 0.25).length).toBeGreaterThan(20);
    expect(shares.filter((share) => share > 0.9).length).toBeGreaterThan(20);
    expect(
      await prisma.service.count({ where: { kind: { in: ['tv', 'home'] }, usageGb: { not: null } } }),
    ).toBe(0);
  });

  test('in an open outage the devices of the area are offline', async () => {
    const devices = await prisma.device.findMany({
      where: { model: { contains: 'gateway' }, customer: { area: 'Fenwick' } },
    });
    expect(devices.length).toBeGreaterThan(10);
    expect(new Set(devices.map(({ status }) => status))).toEqual(new Set(['offline']));
  });
});

describe('knowledge', () => {
  test('92 articles with their first version and the date of their review', async () => {
    const articles = await prisma.article.findMany({ include: { versions: true } });
    expect(articles).toHaveLength(92);
    for (const { body, versions } of articles) {
      expect(articleBodySchema.safeParse(body).success).toBe(true);
      expect(versions).toHaveLength(1);
    }
    const fee = articles.find(({ id }) => id === 'trip-fee');
    expect(fee?.reviewedAt.toISOString().slice(0, 10)).toBe('2027-02-05');
  });

  test('what is resolved ended in the past', async () => {
    const incidents = await prisma.incident.findMany();
    expect(incidents.length).toBeGreaterThanOrEqual(11);
    for (const { number, restoreAt, resolvedAt } of incidents)
      if (resolvedAt) expect(restoreAt && restoreAt < now, number).toBe(true);
  });
});

describe('history', () => {
  test('300 closed conversations of the last 120 days, each filed', async () => {
    const conversations = await prisma.conversation.findMany({
      include: { turns: { orderBy: { seq: 'asc' } }, wrapUp: true },
    });
    expect(conversations).toHaveLength(300);
    for (const { id, state, openedAt, closedAt, turns, turnCount, wrapUp } of conversations) {
      expect(state, id).toBe('closed');
      expect(now.getTime() - openedAt.getTime(), id).toBeLessThan(121 * 86_400_000);
      expect(closedAt && closedAt < now, id).toBe(true);
      expect(
        turns.map(({ seq }) => seq),
        id,
      ).toEqual(Array.from({ length: turnCount }, (_, index) => index + 1));
      for (const [index, turn] of turns.entries()) {
        expect(turn.text, id).not.toMatch(/\{[a-z_]+\}/);
        if (index > 0)
          expect(turn.at.getTime(), id).toBeGreaterThanOrEqual(turns[index - 1]?.at.getTime() ?? 0);
      }
      expect(wrapUp?.disposition, id).toHaveLength(2);
    }
    const months = new Set(conversations.map(({ openedAt }) => openedAt.toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(4);
  });

  test('the numbers that are spoken of belong to the customer who speaks', async () => {
    const conversations = await prisma.conversation.findMany({
      include: { turns: true, customer: { include: { invoices: true, orders: true, visits: true } } },
    });
    let seen = 0;
    for (const { turns, customer, openedAt } of conversations) {
      const own = new Map(
        [...customer.invoices, ...customer.orders, ...customer.visits].map((row) => [row.number, row]),
      );
      for (const [number] of turns
        .map(({ text }) => text)
        .join(' ')
        .matchAll(/\b(?:INV-\d{4}-\d{6}|ORD-\d{8}|VIS-\d{5})\b/g)) {
        const row = own.get(number);
        expect(row, `${customer.name} ${number}`).toBeDefined();
        if (row && 'issued' in row) expect(row.issued <= openedAt, number).toBe(true);
        if (row && 'placed' in row) expect(row.placed <= openedAt, number).toBe(true);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(150);
  });

  test('who asks about a first bill has just had one, and who lost a promotion had it for a year', async () => {
    const about = (intent: string, said: string) =>
      prisma.conversation.findMany({
        where: { intent, turns: { some: { text: { contains: said } } } },
        include: { turns: true, customer: { include: { invoices: { include: { charges: true } } } } },
      });
    const spokenOf = ({ turns, customer }: Awaited<ReturnType<typeof about>>[number]) =>
      customer.invoices.find(({ number }) => turns.some(({ text }) => text.includes(number)));
    const labels = (bill: ReturnType<typeof spokenOf>) =>
      bill?.charges.map(({ label }) => label).join() ?? '';

    const first = await about('billing.bill-explanation', 'First bills at Larkspur are odd');
    expect(first.length).toBeGreaterThan(0);
    for (const conversation of first)
      expect(labels(spokenOf(conversation))).toMatch(/, first \d+ days.*Professional installation/);

    const year = await about('billing.bill-explanation', 'promotional price for the first twelve months');
    expect(year.length).toBeGreaterThan(0);
    for (const conversation of year) {
      expect(labels(spokenOf(conversation))).not.toContain('promotion');
      expect(
        conversation.customer.invoices.some((bill) => labels(bill).includes('New customer promotion')),
      ).toBe(true);
    }
  });

  test('what was escalated has a packet within the limit of words, a reason and an end', async () => {
    const escalated = await prisma.conversation.findMany({
      where: { outcome: 'escalated' },
      include: { escalations: { include: { packet: true } } },
    });
    expect(escalated.length).toBeGreaterThan(40);
    for (const { id, escalations, closedAt } of escalated) {
      expect(escalations, id).toHaveLength(1);
      const [escalation] = escalations;
      const packet = handoffPacketSchema.parse(escalation?.packet.payload);
      expect(packet.words, id).toBeLessThanOrEqual(PACKET_WORDS);
      expect(packet.tried.length, id).toBeGreaterThan(0);
      expect(firedTriggerSchema.array().min(1).safeParse(escalation?.reasons).success, id).toBe(true);
      expect(escalation?.state).toBe('done');
      expect(escalation && closedAt && escalation.raisedAt <= closedAt, id).toBe(true);
    }
  });
});

test('seeding again, or twice at once, changes nothing', async () => {
  const [first, second] = await Promise.all([seed(), seed()]);
  expect([first, second].flatMap((again) => [again.apiKey, again.publicApiKey])).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(first.accounts.map(({ email }) => email)).toEqual(seeded.accounts.map(({ email }) => email));
  expect(await prisma.customer.count()).toBe(250);
  expect(await prisma.apiKey.count()).toBe(2);
});
