import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ActionPreview } from '@/lib/contracts/actions';
import { DAY } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import type { WriteTool } from '@/lib/domain/tool';
import { loadPolicies } from '@/lib/policies/load';
import { actForSystem } from './act-for-system';
import { lookAt } from './actions/look-at';
import { requestAction } from './actions/request';
import { approveAction } from './approve-action';
import { policiesDir } from './policies-in-force';
import { previewAction } from './preview-action';
import { retryAction } from './retry-action';
import { previewReversal } from './reverse-action';
import { runAction } from './run-action';
import { secondApproval } from './second-approval';
import { services } from './services';
import { type AccountCase, openAccountCase } from './testing/account-case';
import { approvedAndLeft } from './testing/approved-and-left';
import { testDesk } from './testing/desk';
import { leavingAgain, raiseFlags } from './testing/leaving';
import { refusal } from './testing/refusal';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const lead = await desk.signIn('lead', 'care', 'Dee Lead');

type Params = Record<string, string | number | boolean | null>;
type Possible = Extract<ActionPreview, { is: 'possible' }>;

let held: AccountCase;
beforeEach(async () => {
  desk.clock.advance(2 * DAY);
  held = await openAccountCase(desk, rep);
});

const possible = async (preview: Promise<ActionPreview>): Promise<Possible> => {
  const seen = await preview;
  if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
  return seen;
};
const look = (tool: WriteTool, params: Params) =>
  possible(previewAction(rep, { params: { id: held.conversationId }, body: { tool, params } }));
const approve = async (tool: WriteTool, params: Params) => {
  const { hash } = await look(tool, params);
  const body = { key: randomUUID(), tool, params, hash, origin: 'rep' as const, originId: null };
  return (await approveAction(rep, { params: { id: held.conversationId }, body })).action;
};
/** An approval whose process died before it ran. */
const stranded = (tool: WriteTool, seen: Possible, reversesId: string | null = null) =>
  prisma.$transaction((tx) => approvedAndLeft(tx, rep, held, tool, seen, desk.clock.now(), reversesId));
const planChange = async (): Promise<Params> => {
  const service = await prisma.service.findFirstOrThrow({ where: { customerId: held.customerId } });
  return { service: service.id, plan: 'Fiber 300', priceLock: false };
};

describe('an action that runs later than it was approved', () => {
  it('runs when it still does the same', async () => {
    const id = await stranded('change-plan', await look('change-plan', await planChange()));
    expect(await runAction(id)).toMatchObject({ state: 'done' });
  });

  it('runs when only the next bill in all has changed, which is not its doing', async () => {
    const id = await stranded('apply-credit', await look('apply-credit', { amount: 5, reason: 'Goodwill' }));
    await approve('apply-credit', { amount: 7, reason: 'Goodwill' });
    expect(await runAction(id)).toMatchObject({ state: 'done' });
  });

  it('changes nothing when days have passed and it would charge something else', async () => {
    const id = await stranded('change-plan', await look('change-plan', await planChange()));
    desk.clock.advance(2 * DAY);
    const ran = await runAction(id);
    expect(ran).toMatchObject({ state: 'failed', receipt: null });
    expect(ran.fault).toMatch(
      /^Things changed after it was approved\. It would now: Change Fiber 500 to Fiber 300/,
    );
    expect(await prisma.billLine.count({ where: { customerId: held.customerId } })).toBe(0);
    expect(await prisma.service.findMany({ where: { customerId: held.customerId } })).toMatchObject([
      { plan: 'Fiber 500' },
    ]);
  });
});

describe('taking back that failed', () => {
  it('is looked at again before it is tried again: a credit that has come off a bill stays', async () => {
    const credit = await approve('apply-credit', { amount: 12, reason: 'Goodwill' });
    const id = await stranded(
      'apply-credit',
      await possible(previewReversal(rep, { params: { id: credit.id } })),
      credit.id,
    );
    await prisma.action.update({
      where: { id },
      data: { state: 'failed', fault: 'The billing system was slow.' },
    });
    const issued = new Date(desk.clock.now().getTime() + DAY);
    await prisma.invoice.create({
      data: {
        id: newId('inv'),
        customerId: held.customerId,
        number: newId('inv'),
        issued,
        due: new Date(issued.getTime() + 21 * DAY),
        status: 'due',
        totalMinor: 4800,
      },
    });
    desk.clock.advance(2 * DAY);
    expect(await refusal(retryAction(rep, { params: { id } }))).toMatchObject({
      code: 'invalid',
      problems: [{ path: 'credit' }],
    });
    expect(await prisma.credit.findMany({ where: { customerId: held.customerId } })).toMatchObject([
      { reversedAt: null },
    ]);
  });

  it('is done when nothing stands in its way any more', async () => {
    const credit = await approve('apply-credit', { amount: 12, reason: 'Goodwill' });
    const id = await stranded(
      'apply-credit',
      await possible(previewReversal(rep, { params: { id: credit.id } })),
      credit.id,
    );
    await prisma.action.update({
      where: { id },
      data: { state: 'failed', fault: 'The billing system was slow.' },
    });
    expect((await retryAction(rep, { params: { id } })).action.state).toBe('done');
  });
});

describe('an approval', () => {
  it('of somebody who works here no longer is not completed by a second person', async () => {
    const gone = await desk.signIn('rep', 'care', 'Gone Soon');
    const mine = held;
    held = await openAccountCase(desk, gone);
    const params = { amount: 120, reason: 'Goodwill' };
    const at = { params: { id: held.conversationId } };
    const { hash } = await possible(previewAction(gone, { ...at, body: { tool: 'apply-credit', params } }));
    const body = {
      key: randomUUID(),
      tool: 'apply-credit' as const,
      params,
      hash,
      origin: 'rep' as const,
      originId: null,
    };
    const { action } = await approveAction(gone, { ...at, body });
    await prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    const word = { params: { id: action.id }, body: { verdict: 'approved' as const, hash, reason: null } };
    expect(await refusal(secondApproval(lead, word))).toMatchObject({ code: 'invalid' });
    expect(await prisma.credit.count({ where: { customerId: held.customerId } })).toBe(0);
    held = mine;
  });

  it('stands on one version of the policies: one that is edited while it is looked at is refused', async () => {
    const deps = await services();
    const edited = { ...(await loadPolicies(policiesDir())), hash: 'edited' };
    let now = desk.policies;
    const between = { ...deps, policies: { ...deps.policies, current: () => now } };
    const ask = {
      asker: rep,
      customerId: held.customerId,
      conversationId: held.conversationId,
      tool: 'apply-credit' as const,
      params: { amount: 5, reason: 'Goodwill' },
      origin: 'rep' as const,
      originId: null,
    };
    const { hash } = await look('apply-credit', ask.params);
    const request = () =>
      prisma.$transaction((tx) =>
        requestAction(tx, between, ask, { key: randomUUID(), hash }, async () => {
          const sight = await lookAt(tx, between, ask);
          now = edited;
          return sight;
        }),
      );
    expect(await refusal(request())).toMatchObject({ code: 'conflict', problems: [{ path: 'policies' }] });
    expect(await prisma.action.count({ where: { customerId: held.customerId } })).toBe(0);
  });

  it('with the same key in another conversation of the customer is another intention', async () => {
    const key = randomUUID();
    const params = { amount: 5, reason: 'Goodwill' };
    const body = async () => ({
      key,
      tool: 'apply-credit' as const,
      params,
      hash: (await look('apply-credit', params)).hash,
      origin: 'rep' as const,
      originId: null,
    });
    await approveAction(rep, { params: { id: held.conversationId }, body: await body() });
    const other = await leavingAgain(desk, rep, held);
    expect(
      await refusal(approveAction(rep, { params: { id: other.conversationId }, body: await body() })),
    ).toMatchObject({ code: 'conflict', problems: [{ path: 'key' }] });
  });
});

describe('a system', () => {
  const system = {
    kind: 'service' as const,
    id: 'apk_visits',
    name: 'portal',
    scopes: ['visits:write' as const],
  };
  it('changes nothing of an account that somebody else may have their hands on, as an open conversation says', async () => {
    const order = await prisma.order.create({
      data: {
        id: newId('ord'),
        customerId: held.customerId,
        number: `ORD-${Date.now() % 100_000_000}`,
        item: 'LM-10 mesh point',
        amountMinor: 8900,
        status: 'placed',
        placed: desk.clock.now(),
      },
    });
    const send = () =>
      actForSystem(
        system,
        { key: randomUUID(), hash: randomUUID() },
        { customerId: held.customerId, tool: 'resend-confirmation', params: { about: order.number } },
      );
    await raiseFlags(desk, held, ['security']);
    const error = await refusal(send());
    expect(error).toMatchObject({ code: 'forbidden' });
    expect(error.problems.map(({ path }) => path)).toEqual(['no-security-concern']);
    await raiseFlags(desk, held, []);
    expect((await send()).action.state).toBe('done');
  });
});
