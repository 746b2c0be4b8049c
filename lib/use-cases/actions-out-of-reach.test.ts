import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import type { Action } from '@/lib/domain/action';
import type { UserActor } from '@/lib/domain/user';
import { answerOffer } from './answer-offer';
import { approveAction } from './approve-action';
import { presentOffer } from './present-offer';
import { previewAcceptance } from './preview-acceptance';
import { previewAction } from './preview-action';
import { retryAction } from './retry-action';
import { previewReversal, reverseAction } from './reverse-action';
import { runAction } from './run-action';
import { secondApproval } from './second-approval';
import { takeConversation } from './take-conversation';
import type { AccountCase } from './testing/account-case';
import { testDesk } from './testing/desk';
import { leavingCase } from './testing/leaving';
import { outcomes, refusal } from './testing/refusal';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const colleague = await desk.signIn('rep', 'care', 'Kim Ade');
const lead = await desk.signIn('lead', 'care', 'Dee Lead');
const farLead = await desk.signIn('lead', 'enterprise', 'Far Lead');
const admin = await desk.signIn('admin', 'care');
const qa = await desk.signIn('qa', 'care');
await prisma.user.updateMany({ data: { createdAt: new Date(Date.now() - 400 * DAY) } });

let held: AccountCase;
beforeEach(async () => {
  desk.clock.advance(2 * DAY);
  held = await leavingCase(desk, rep);
});

const OFFER = 'fiber-loyalty-credit';
const here = () => ({ params: { id: held.conversationId } });
const offer = () => ({ params: { id: held.conversationId, offer: OFFER } });
const credits = () => prisma.credit.count({ where: { customerId: held.customerId, reversedAt: null } });

const shown = async (amount: number) => {
  const params = { amount, reason: 'Goodwill' };
  const seen = await previewAction(rep, { ...here(), body: { tool: 'apply-credit', params } });
  if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
  return { params, hash: seen.hash };
};
const approve = (actor: UserActor, seen: Awaited<ReturnType<typeof shown>>) =>
  approveAction(actor, {
    ...here(),
    body: { key: randomUUID(), tool: 'apply-credit', ...seen, origin: 'rep', originId: null },
  }).then(({ action }) => action);
const word = (actor: UserActor, { id, hash }: Action, verdict: 'approved' | 'declined' = 'approved') =>
  secondApproval(actor, { params: { id }, body: { verdict, hash, reason: null } });

describe('an action of another team', () => {
  it('does not exist for it, by whatever door', async () => {
    const done = await approve(rep, await shown(5));
    const waiting = await approve(rep, await shown(120));
    const doors = [
      word(farLead, waiting),
      retryAction(farLead, { params: { id: done.id } }),
      previewReversal(farLead, { params: { id: done.id } }),
      reverseAction(farLead, { params: { id: done.id }, body: { key: randomUUID(), hash: done.hash } }),
    ];
    expect((await outcomes(doors)).refused).toEqual(doors.map(() => 'not_found'));
    expect(await credits()).toBe(1);
  });
});

describe('a conversation that somebody else has by now', () => {
  it('lets whoever had it approve, take back, present and accept nothing', async () => {
    const done = await approve(rep, await shown(5));
    const seen = await shown(6);
    await presentOffer(rep, offer());
    const acceptance = await previewAcceptance(rep, offer());
    const hash = acceptance.is === 'possible' ? acceptance.hash : '';
    const back = await previewReversal(rep, { params: { id: done.id } });
    await takeConversation(colleague, { ...here(), body: { from: rep.id } });
    const tries = [
      approve(rep, seen),
      presentOffer(rep, { params: { id: held.conversationId, offer: 'fiber-1gig-to-500' } }),
      answerOffer(rep, { ...offer(), body: { answer: 'accepted', key: randomUUID(), hash } }),
      reverseAction(rep, {
        params: { id: done.id },
        body: { key: randomUUID(), hash: back.is === 'possible' ? back.hash : '' },
      }),
    ];
    expect((await outcomes(tries)).refused).toEqual(tries.map(() => 'forbidden'));
    expect(await credits()).toBe(1);
  });

  it('and is closed lets nobody accept what was offered in it', async () => {
    await presentOffer(rep, offer());
    const acceptance = await previewAcceptance(rep, offer());
    const hash = acceptance.is === 'possible' ? acceptance.hash : '';
    await prisma.conversation.update({ where: { id: held.conversationId }, data: { state: 'closed' } });
    const late = answerOffer(rep, { ...offer(), body: { answer: 'accepted', key: randomUUID(), hash } });
    expect(await refusal(late)).toMatchObject({ code: 'forbidden' });
    expect(await credits()).toBe(0);
  });
});

it.each([
  ['QA', qa],
  ['an administrator', admin],
  ['a colleague', colleague],
])('%s approves nothing, neither first nor second', async (_who, actor) => {
  const waiting = await approve(rep, await shown(120));
  expect(await outcomes([approve(actor, await shown(5)), word(actor, waiting)])).toEqual({
    done: 0,
    refused: ['forbidden', 'forbidden'],
  });
  expect(await credits()).toBe(0);
});

describe('at the same time', () => {
  it('a yes and a no of the second person are one of both, and the money agrees with it', async () => {
    const waiting = await approve(rep, await shown(120));
    const { done, refused } = await outcomes([
      word(lead, waiting, 'declined'),
      word(lead, waiting),
      word(lead, waiting, 'declined'),
      word(lead, waiting),
    ]);
    // The second click of whichever came first gets its answer again.
    expect({ done, refused }).toEqual({ done: 2, refused: ['conflict', 'conflict'] });
    const { state } = await prisma.action.findUniqueOrThrow({ where: { id: waiting.id } });
    expect({ state, credits: await credits() }).toEqual(
      state === 'done' ? { state: 'done', credits: 1 } : { state: 'declined', credits: 0 },
    );
  });

  it('trying again, the worker and taking back leave one effect and no more than one reversal', async () => {
    const done = await approve(rep, await shown(5));
    await prisma.$transaction([
      prisma.credit.deleteMany({ where: { actionId: done.id } }),
      prisma.receipt.deleteMany({ where: { actionId: done.id } }),
      prisma.action.update({ where: { id: done.id }, data: { state: 'failed', fault: 'slow' } }),
    ]);
    await outcomes([
      retryAction(rep, { params: { id: done.id } }),
      runAction(done.id),
      retryAction(rep, { params: { id: done.id } }),
      runAction(done.id),
    ]);
    expect(await prisma.credit.count({ where: { actionId: done.id } })).toBe(1);
    const back = await previewReversal(rep, { params: { id: done.id } });
    const hash = back.is === 'possible' ? back.hash : '';
    const reverse = () => reverseAction(rep, { params: { id: done.id }, body: { key: randomUUID(), hash } });
    const { refused } = await outcomes([
      reverse(),
      retryAction(rep, { params: { id: done.id } }),
      reverse(),
      runAction(done.id),
    ]);
    expect(refused).toHaveLength(2);
    expect(await prisma.action.count({ where: { reversesId: done.id } })).toBe(1);
    expect(await credits()).toBe(0);
  });
});
