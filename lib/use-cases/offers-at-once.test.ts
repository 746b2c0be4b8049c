import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { answerOffer } from './answer-offer';
import { approveAction } from './approve-action';
import { presentOffer } from './present-offer';
import { previewAcceptance } from './preview-acceptance';
import { previewAction } from './preview-action';
import type { AccountCase } from './testing/account-case';
import { testDesk } from './testing/desk';
import { leavingAgain, leavingCase } from './testing/leaving';
import { outcomes, refusal } from './testing/refusal';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
await prisma.user.updateMany({ data: { createdAt: new Date(Date.now() - 400 * DAY) } });

const OFFER = 'fiber-loyalty-credit';
const policy = desk.policies.offers.find(({ id }) => id === OFFER);
if (!policy?.budget?.cap) throw new Error(`${OFFER} has no cap`);
const AT_MOST = Math.floor(policy.budget.cap.minor / policy.cost.minor);

let held: AccountCase;
beforeEach(async () => {
  desk.clock.advance(32 * DAY);
  held = await leavingCase(desk, rep);
});

const at = (of: AccountCase) => ({ params: { id: of.conversationId, offer: OFFER } });
const present = (of: AccountCase) => presentOffer(rep, at(of));
const hashOf = async (of: AccountCase): Promise<string> => {
  const seen = await previewAcceptance(rep, at(of));
  if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
  return seen.hash;
};
const accept = (of: AccountCase, hash: string, key: string = randomUUID()) =>
  answerOffer(rep, { ...at(of), body: { answer: 'accepted', key, hash } });

/** As if an offer had been made, or taken, that often before. */
const earlier = async (times: number, response: 'accepted' | 'presented', actorId: string): Promise<void> => {
  const { id: decisionId } = await prisma.offerDecision.findFirstOrThrow({
    where: { conversationId: held.conversationId },
  });
  const { customerId } = await leavingCase(desk, rep);
  const now = desk.clock.now();
  for (let i = 0; i < times; i++) {
    const { id: conversationId } = await makeConversation(prisma, {});
    await prisma.offerResponse.create({
      data: {
        id: `ofr_${randomUUID()}`,
        decisionId,
        offerId: OFFER,
        kind: 'retention',
        conversationId,
        customerId,
        response,
        actorId,
        actorName: 'Somebody',
        presentedAt: now,
        answeredAt: response === 'accepted' ? now : null,
      },
    });
  }
};

describe('an offer made at the same time', () => {
  it('in two conversations of one customer is made in one of them', async () => {
    const other = await leavingAgain(desk, rep, held);
    expect(await outcomes([present(held), present(other)])).toEqual({ done: 1, refused: ['conflict'] });
  });

  it('to two customers by one person is made to the one that is left of the day', async () => {
    const others = [await leavingCase(desk, rep), await leavingCase(desk, rep)];
    await present(held);
    // Thirty a day for who has been here for a year.
    await earlier(28, 'presented', rep.id);
    expect(await outcomes(others.map(present))).toEqual({ done: 1, refused: ['conflict'] });
  });
});

describe('an acceptance', () => {
  it('of the last one that is left of an offer this month goes to one of several at once', async () => {
    const cases = [
      held,
      await leavingCase(desk, rep),
      await leavingCase(desk, rep),
      await leavingCase(desk, rep),
    ];
    for (const one of cases) await present(one);
    const hashes = await Promise.all(cases.map(hashOf));
    await earlier(AT_MOST - 1, 'accepted', 'usr_somebody');
    const works = cases.map((one, i) => accept(one, hashes[i] ?? ''));
    expect(await outcomes(works)).toEqual({ done: 1, refused: ['conflict', 'conflict', 'conflict'] });
    expect(
      await prisma.action.count({
        where: { origin: 'offer', customerId: { in: cases.map((one) => one.customerId) } },
      }),
    ).toBe(1);
  });

  it('is no credit that was given by hand with the same key, which has another authority', async () => {
    await present(held);
    const key = randomUUID();
    const params = { amount: 10, months: 12, kind: 'loyalty', reason: 'Loyalty credit' };
    const seen = await previewAction(rep, {
      params: { id: held.conversationId },
      body: { tool: 'apply-credit', params },
    });
    if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
    const { action } = await approveAction(rep, {
      params: { id: held.conversationId },
      body: { key, tool: 'apply-credit', params, hash: seen.hash, origin: 'rep', originId: null },
    });
    expect(action.state).toBe('waiting');
    expect(await refusal(accept(held, await hashOf(held), key))).toMatchObject({
      code: 'conflict',
      problems: [{ path: 'key' }],
    });
    expect(
      await prisma.offerResponse.findMany({ where: { conversationId: held.conversationId } }),
    ).toMatchObject([{ response: 'presented', actionId: null }]);
  });

  it('is refused when a care flag is set after it was shown, and takes nothing from the pool', async () => {
    await present(held);
    const hash = await hashOf(held);
    await prisma.customer.update({ where: { id: held.customerId }, data: { vulnerable: true } });
    const spent = async () =>
      (await prisma.offerPool.aggregate({ _sum: { spentMinor: true } }))._sum.spentMinor;
    const before = await spent();
    const error = await refusal(accept(held, hash));
    expect(error.problems.map(({ path }) => path)).toContain('not-vulnerable');
    expect(await spent()).toBe(before);
  });
});
