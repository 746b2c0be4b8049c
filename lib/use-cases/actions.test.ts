import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ActionPreview } from '@/lib/contracts/actions';
import { DAY } from '@/lib/core/clock';
import type { WriteTool } from '@/lib/domain/tool';
import type { UserActor } from '@/lib/domain/user';
import { compilePolicies } from '@/lib/policies/load';
import { readFolder } from '@/lib/policies/read-folder';
import { approveAction } from './approve-action';
import { listActions } from './list-actions';
import { previewAction } from './preview-action';
import { retryAction } from './retry-action';
import { previewReversal, reverseAction } from './reverse-action';
import { runAction } from './run-action';
import { secondApproval } from './second-approval';
import { provideServices, services } from './services';
import { type AccountCase, openAccountCase } from './testing/account-case';
import { approvedAndLeft } from './testing/approved-and-left';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { customerWrites } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const colleague = await desk.signIn('rep', 'care', 'Kim Ade');
const lead = await desk.signIn('lead', 'care', 'Dee Lead');
const otherLead = await desk.signIn('lead', 'care', 'Sam Lead');
const qa = await desk.signIn('qa', 'care');
const farRep = await desk.signIn('rep', 'enterprise');

type Params = Record<string, string | number | boolean | null>;
type Possible = Extract<ActionPreview, { is: 'possible' }>;

let held: AccountCase;
beforeEach(async () => {
  // A day later nothing of the test before counts towards a person's limits any more.
  desk.clock.advance(2 * DAY);
  held = await openAccountCase(desk, rep);
});

const credit = (amount: number, more: Params = {}): Params => ({ amount, reason: 'Goodwill', ...more });

const preview = (params: Params, tool: WriteTool = 'apply-credit', actor = rep, of = held) =>
  previewAction(actor, { params: { id: of.conversationId }, body: { tool, params } });

const possible = async (...asked: Parameters<typeof preview>): Promise<Possible> => {
  const seen = await preview(...asked);
  if (seen.is !== 'possible') throw new Error(`not possible: ${JSON.stringify(seen.problems)}`);
  return seen;
};

interface Approval {
  actor?: UserActor;
  of?: AccountCase;
  key?: string;
  tool?: WriteTool;
}

const approve = (
  params: Params,
  { hash, effect, decision }: Possible,
  { actor = rep, of = held, key = randomUUID(), tool = 'apply-credit' }: Approval = {},
) =>
  approveAction(actor, {
    params: { id: of.conversationId },
    body: { key, tool, params, hash, shown: { effect, decision }, origin: 'rep', originId: null },
  });

const look = async (params: Params, more: Approval = {}) =>
  approve(params, await possible(params, more.tool, more.actor, more.of), more).then(({ action }) => action);

const credits = (of = held) => prisma.credit.findMany({ where: { customerId: of.customerId } });
const times = <T>(count: number, work: (i: number) => Promise<T>): Promise<T>[] =>
  Array.from({ length: count }, (_, i) => work(i));

describe('approving', () => {
  it('does what was shown, once, with a receipt, a line on the timeline and a link of the audit chain', async () => {
    const params = credit(12);
    const seen = await possible(params);
    expect(seen.decision.outcome).toBe('allowed');
    const { action } = await approve(params, seen);
    expect(action).toMatchObject({
      state: 'done',
      effect: seen.effect,
      hash: seen.hash,
      approvals: [{ step: 'first', verdict: 'approved', actorName: 'Robin Vance', hash: seen.hash }],
    });
    expect(action.receipt?.number).toMatch(/^RCP-[0-9A-Z]{10}$/);
    expect(await credits()).toMatchObject([{ amountMinor: 1200, actionId: action.id, reversedAt: null }]);
    const turns = await prisma.turn.findMany({
      where: { conversationId: held.conversationId, kind: 'event' },
    });
    expect(turns.filter(({ text }) => text.includes(action.receipt?.number ?? '-'))).toHaveLength(1);
    const chain = await prisma.auditEntry.findMany({
      where: { resource: action.id },
      orderBy: { seq: 'asc' },
    });
    expect(chain.map((link) => link.action)).toEqual(['action.approved', 'action.done']);
    const { actions } = await listActions(rep, { params: { id: held.conversationId } });
    expect(actions).toEqual([action]);
  });

  it('with one key a hundred times at once does it once, and answers each the same', async () => {
    const params = credit(5);
    const seen = await possible(params);
    const key = randomUUID();
    const answers = await Promise.all(times(100, () => approve(params, seen, { key })));
    expect(new Set(answers.map(({ action }) => action.id)).size).toBe(1);
    expect(await credits()).toHaveLength(1);
    expect(await prisma.receipt.count({ where: { action: { customerId: held.customerId } } })).toBe(1);
  });

  it('refuses the same key for something else', async () => {
    const key = randomUUID();
    await look(credit(5), { key });
    expect(await refusal(look(credit(6), { key }))).toMatchObject({
      code: 'conflict',
      problems: [{ path: 'key' }],
    });
    expect(await credits()).toHaveLength(1);
  });

  it('holds what one customer may be given, a hundred at once', async () => {
    const params = credit(20);
    const seen = await possible(params);
    const { per_customer } = desk.policies.tools['apply-credit'];
    expect(per_customer?.times).toBe(4);
    const { done, refused } = await outcomes(times(100, () => approve(params, seen)));
    expect({ done, refused: new Set(refused) }).toEqual({ done: 4, refused: new Set(['conflict']) });
    expect(await credits()).toHaveLength(4);
  });

  it('holds what one person may give in a day, over many customers at once', async () => {
    const many: AccountCase[] = [];
    for (let i = 0; i < 12; i += 1) many.push(await openAccountCase(desk, rep));
    const seen = await Promise.all(many.map((of) => possible(credit(50), 'apply-credit', rep, of)));
    const works = many.map((of, i) => approve(credit(50), seen[i] as Possible, { of }));
    const { done } = await outcomes(works);
    expect(done).toBe(6);
    const given = await prisma.credit.aggregate({
      where: { customerId: { in: many.map(({ customerId }) => customerId) } },
      _sum: { amountMinor: true },
    });
    expect(given._sum.amountMinor).toBe(300_00);
  });

  it.each([
    ['zero', { amount: 0 }, 'amount'],
    ['below nothing', { amount: -5 }, 'amount'],
    ['a tenth of a cent', { amount: 5.001 }, 'amount'],
    ['another currency', { amount: 5, currency: 'EUR' }, 'currency'],
    ['an unknown parameter', { amount: 5, note: 'x' }, 'note'],
    ['no amount', {}, 'amount'],
    ['an amount in words', { amount: 'five' }, 'amount'],
  ] as [string, Params, string][])('says what stands in the way of %s', async (_what, given, path) => {
    const params = { reason: 'Goodwill', ...given };
    expect(await preview(params)).toMatchObject({ is: 'impossible', problems: [{ path }] });
    expect(await refusal(approve(params, { hash: '0'.repeat(64) } as Possible))).toMatchObject({
      code: 'invalid',
      problems: [{ path }],
    });
    expect(await credits()).toEqual([]);
  });

  it('refuses a cent above the limit, naming the clause', async () => {
    const params = credit(200.01);
    const seen = await possible(params);
    expect(seen.decision.outcome).toBe('refused');
    const error = await refusal(approve(params, seen));
    expect(error.code).toBe('forbidden');
    expect(error.problems.map(({ path }) => path)).toContain('at-most');
    expect(await prisma.action.count({ where: { customerId: held.customerId } })).toBe(0);
  });

  it('knows no charge of another customer', async () => {
    const other = await openAccountCase(desk, rep, {
      invoices: [
        {
          number: 'INV-2026-900001',
          days_ago: 5,
          status: 'paid',
          charges: [{ label: 'Fiber 500', amount: 60 }],
        },
      ],
    });
    const charge = await prisma.charge.findFirstOrThrow({
      where: { invoice: { customerId: other.customerId } },
    });
    const asked: Params = { charge: charge.id, amount: 10, reason: 'Charged twice' };
    expect(await preview(asked, 'refund-charge')).toMatchObject({
      is: 'impossible',
      problems: [{ path: 'charge' }],
    });
    expect((await preview(asked, 'refund-charge', rep, other)).is).toBe('possible');
  });

  it('is for whoever has the conversation, while it is open', async () => {
    const params = credit(5);
    expect(await refusal(preview(params, 'apply-credit', colleague))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(preview(params, 'apply-credit', qa))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(preview(params, 'apply-credit', farRep))).toMatchObject({ code: 'not_found' });
    const seen = await possible(params);
    await prisma.conversation.update({ where: { id: held.conversationId }, data: { state: 'closed' } });
    expect(await refusal(approve(params, seen))).toMatchObject({ code: 'forbidden' });
    expect(await credits()).toEqual([]);
  });
});

describe('what has changed since it was shown', () => {
  it('is an account that was closed: refused with the clause, nothing changed', async () => {
    const params = credit(5);
    const seen = await possible(params);
    await prisma.service.updateMany({ where: { customerId: held.customerId }, data: { status: 'ended' } });
    const error = await refusal(approve(params, seen));
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['decision', 'account-open']),
    );
    expect(await credits()).toEqual([]);
  });

  it('is a flag that was raised meanwhile', async () => {
    const seen = await possible(credit(5));
    const cue = await prisma.cue.findFirstOrThrow({
      where: { conversationId: held.conversationId, kind: 'triage', state: { not: 'replaced' } },
    });
    const payload = cue.payload as { triage: { flags: unknown[] } };
    payload.triage.flags = [{ flag: 'security', evidence: { turnId: 't', start: 0, end: 1, text: 'x' } }];
    await prisma.cue.update({ where: { id: cue.id }, data: { payload: payload as object } });
    const error = await refusal(approve(credit(5), seen));
    expect(error.problems).toContainEqual({
      path: 'no-security-concern',
      message: expect.stringContaining('no longer holds') as string,
    });
  });

  it('is a policy that was edited: refused with the difference, until it is looked at again', async () => {
    const params = credit(45);
    const seen = await possible(params);
    expect(seen.decision.outcome).toBe('allowed');
    const { files } = await readFolder('policies');
    const stricter = new Map(files).set(
      'tools.yaml',
      (files.get('tools.yaml') ?? '').replace(
        'rep: { alone: 50.00, at_most: 200.00, per_day: 300.00 }',
        'rep: { alone: 40.00, at_most: 200.00, per_day: 300.00 }',
      ),
    );
    const store = (await services()).policies;
    const edited = compilePolicies(stricter);
    provideServices({ ...(await services()), policies: { ...store, current: () => edited } });
    const error = await refusal(approve(params, seen));
    expect(error).toMatchObject({
      code: 'conflict',
      problems: [{ path: 'decision', message: 'was "allowed", is now "allowed with a second person"' }],
    });
    expect(await credits()).toEqual([]);
    expect((await look(params)).state).toBe('waiting');
    provideServices({ ...(await services()), policies: store });
  });

  it('is what it would do, in its own words', async () => {
    const params = credit(5);
    const seen = await possible(params);
    await look(credit(7));
    const error = await refusal(approve(params, seen));
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.problems[0]).toMatchObject({ path: 'effect' });
    expect(await credits()).toHaveLength(1);
  });

  it('is a message that nobody has read yet only while nobody has read any', async () => {
    const id = await customerWrites('hello');
    expect(await prisma.cue.count({ where: { conversationId: id } })).toBe(0);
    await prisma.conversation.update({ where: { id }, data: { assigneeId: rep.id } });
    const { customerId } = await prisma.conversation.findUniqueOrThrow({ where: { id } });
    await prisma.customer.update({ where: { id: customerId }, data: { accountNumber: `LK-9${Date.now()}` } });
    const seen = await possible(credit(5), 'apply-credit', rep, { ...held, conversationId: id });
    expect(seen.decision).toMatchObject({ outcome: 'refused' });
    expect(seen.decision.clauses.find(({ id: clause }) => clause === 'no-injection')?.is).toBe('unknown');
  });
});

describe('a second person', () => {
  const ask = () => look(credit(120));
  const second = (
    actor: UserActor,
    id: string,
    hash: string,
    verdict: 'approved' | 'declined' = 'approved',
  ) => secondApproval(actor, { params: { id }, body: { verdict, hash, reason: null } });

  it('sees exactly what was asked for and lets it run', async () => {
    const waiting = await ask();
    expect(waiting).toMatchObject({ state: 'waiting', receipt: null });
    expect(await credits()).toEqual([]);
    const { action } = await second(lead, waiting.id, waiting.hash);
    expect(action).toMatchObject({
      state: 'done',
      approvals: [{ step: 'first' }, { step: 'second', actorName: 'Dee Lead', hash: waiting.hash }],
    });
    expect(await credits()).toMatchObject([{ amountMinor: 120_00 }]);
  });

  it('is another one, with the authority: not who asked, not a colleague, not QA', async () => {
    const waiting = await ask();
    for (const actor of [rep, colleague, qa])
      expect(await refusal(second(actor, waiting.id, waiting.hash))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(second(lead, waiting.id, '1'.repeat(64)))).toMatchObject({ code: 'conflict' });
    expect(await credits()).toEqual([]);
  });

  it('decides once: of two leads at the same time one does', async () => {
    const waiting = await ask();
    const works = [lead, otherLead, lead, otherLead].map((actor) => second(actor, waiting.id, waiting.hash));
    // Whoever was first may have clicked twice, and gets the same answer twice.
    expect(await outcomes(works)).toEqual({ done: 2, refused: ['conflict', 'conflict'] });
    expect(await credits()).toHaveLength(1);
    expect(await prisma.approval.count({ where: { actionId: waiting.id, step: 'second' } })).toBe(1);
  });

  it('may decline, and then nothing runs and nothing counts', async () => {
    const waiting = await ask();
    const { action } = await second(lead, waiting.id, waiting.hash, 'declined');
    expect(action.state).toBe('declined');
    expect(await credits()).toEqual([]);
    expect((await ask()).state).toBe('waiting');
  });

  it('is told when it would do something else now', async () => {
    const waiting = await ask();
    await look(credit(5));
    const error = await refusal(second(lead, waiting.id, waiting.hash));
    expect(error).toMatchObject({ code: 'conflict', problems: [{ path: 'effect' }] });
    expect((await prisma.action.findUniqueOrThrow({ where: { id: waiting.id } })).state).toBe('waiting');
  });
});

describe('running', () => {
  it('happens once, whoever runs it and how often: a process died after the approval', async () => {
    const params = credit(9);
    const seen = await possible(params);
    const id = await prisma.$transaction((tx) =>
      approvedAndLeft(tx, rep, held, 'apply-credit', seen, desk.clock.now()),
    );
    const actions = await Promise.all(times(20, () => runAction(id)));
    expect(new Set(actions.map(({ receipt }) => receipt?.number)).size).toBe(1);
    expect(await credits()).toHaveLength(1);
  });

  it('says that a system of record is slow, changes nothing, and is done once when it is tried again', async () => {
    const params = credit(8);
    const seen = await possible(params);
    const blocker = await desk.database.pool.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE credit IN ACCESS EXCLUSIVE MODE');
    // What is looked at waits too: it is asked for before the system slows down, so the approval itself is put in place here.
    const id = await prisma.$transaction((tx) =>
      approvedAndLeft(tx, rep, held, 'apply-credit', seen, desk.clock.now()),
    );
    const failed = await runAction(id);
    await blocker.query('ROLLBACK');
    blocker.release();
    expect(failed).toMatchObject({
      state: 'failed',
      fault: 'The account did not answer in time. Nothing was changed.',
      receipt: null,
    });
    expect(await credits()).toEqual([]);
    const { action } = await retryAction(rep, { params: { id } });
    expect(action).toMatchObject({ state: 'done', fault: null });
    expect(await credits()).toHaveLength(1);
    expect(await refusal(retryAction(rep, { params: { id } }))).toMatchObject({ code: 'conflict' });
  });
});

it('that breaks in a way nobody foresaw fails with a receipt for nothing, and can be tried again', async () => {
  const done = await look(credit(3));
  // As if its row had been written by hand: parameters that no tool takes.
  await prisma.receipt.delete({ where: { actionId: done.id } });
  await prisma.credit.deleteMany({ where: { actionId: done.id } });
  await prisma.action.update({
    where: { id: done.id },
    data: { state: 'approved', params: { amount: 'three' } },
  });
  expect(await runAction(done.id)).toMatchObject({
    state: 'failed',
    fault: 'It broke on our side. Nothing was changed.',
    receipt: null,
  });
  expect(await credits()).toEqual([]);
});

describe('what the steps propose', () => {
  /** Has the suggestion that stands name a step with this tool. */
  const nameStep = async (): Promise<void> => {
    const cue = await prisma.cue.findFirstOrThrow({
      where: { conversationId: held.conversationId, kind: 'resolution', state: { not: 'replaced' } },
    });
    const payload = cue.payload as { resolution: object };
    const step = {
      id: 'art.1',
      phase: 'resolve',
      do: 'Take it off',
      say: null,
      tool: 'apply-credit',
      source: 'art',
      done: null,
    };
    await prisma.cue.update({
      where: { id: cue.id },
      data: { payload: { ...payload, resolution: { ...payload.resolution, steps: [step] } } as object },
    });
  };
  const proposed = async () =>
    (await listActions(rep, { params: { id: held.conversationId } })).proposals.map(({ tool, because }) => [
      tool,
      because,
    ]);

  it('is not proposed a second time once it ran, and the conversation is read again', async () => {
    await nameStep();
    expect(await proposed()).toEqual([['apply-credit', 'Take it off']]);
    await look(credit(5));
    expect(await proposed()).toEqual([]);
    const runs = await prisma.run.findMany({
      where: { conversationId: held.conversationId, state: 'queued' },
    });
    // The customer still waits for an answer, which may be another one now.
    expect(runs.map(({ trigger }) => trigger)).toEqual(['correction']);
    await desk.workOff();
    const done = await prisma.run.findUniqueOrThrow({ where: { id: runs[0]?.id ?? '' } });
    expect(done.state).toBe('done');
  });
});

describe('taking back', () => {
  const reverse = async (id: string, key = randomUUID()) => {
    const seen = await previewReversal(rep, { params: { id } });
    if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
    return reverseAction(rep, { params: { id }, body: { key, hash: seen.hash } });
  };

  it('is an action of its own, with a receipt, and what was done is no longer so', async () => {
    const done = await look(credit(12));
    const { action } = await reverse(done.id);
    expect(action).toMatchObject({ state: 'done', reversesId: done.id });
    expect(action.receipt?.number).not.toBe(done.receipt?.number);
    const [row] = await credits();
    expect(row?.reversedAt).not.toBeNull();
    expect((await prisma.action.findUniqueOrThrow({ where: { id: done.id } })).state).toBe('reversed');
  });

  it('happens once, however often it is asked for', async () => {
    const done = await look(credit(12));
    const seen = await previewReversal(rep, { params: { id: done.id } });
    if (seen.is !== 'possible') throw new Error('not possible');
    const works = times(20, () =>
      reverseAction(rep, { params: { id: done.id }, body: { key: randomUUID(), hash: seen.hash } }),
    );
    expect((await outcomes(works)).done).toBe(1);
    expect(await prisma.action.count({ where: { reversesId: done.id } })).toBe(1);
  });

  it('no longer counts towards a limit', async () => {
    for (let i = 0; i < 4; i += 1) {
      const done = await look(credit(1 + i));
      await reverse(done.id);
    }
    expect((await possible(credit(9))).decision.outcome).toBe('allowed');
  });

  it('ends with its days', async () => {
    const done = await look(credit(12));
    desk.clock.advance(31 * DAY);
    const seen = await previewReversal(rep, { params: { id: done.id } });
    expect(seen).toMatchObject({ is: 'possible', decision: { outcome: 'refused' } });
  });
});
