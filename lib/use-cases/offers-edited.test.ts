import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { usd } from '@/lib/core/money';
import type { CompiledOffer } from '@/lib/policies/compile-offers';
import { answerOffer } from './answer-offer';
import { presentOffer } from './present-offer';
import { previewAcceptance } from './preview-acceptance';
import { secondApproval } from './second-approval';
import { provideServices, services } from './services';
import type { AccountCase } from './testing/account-case';
import { testDesk } from './testing/desk';
import { leavingCase } from './testing/leaving';
import { refusal } from './testing/refusal';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const lead = await desk.signIn('lead', 'care', 'Dee Lead');
await prisma.user.updateMany({ data: { createdAt: new Date(Date.now() - 400 * DAY) } });

const OFFER = 'fiber-loyalty-credit';
const original = await services();

/** Puts an edited version of the offer in force, or none where there is no edit. */
const edit = (change: (offer: CompiledOffer) => CompiledOffer | null): void => {
  const offers = desk.policies.offers.flatMap((offer) =>
    offer.id === OFFER ? (change(offer) ?? []) : [offer],
  );
  const edited = { ...desk.policies, offers, hash: randomUUID() };
  provideServices({ ...original, policies: { ...original.policies, current: () => edited } });
};

let held: AccountCase;
beforeEach(async () => {
  desk.clock.advance(32 * DAY);
  held = await leavingCase(desk, rep);
  await presentOffer(rep, at());
});
afterEach(() => provideServices(original));

const at = () => ({ params: { id: held.conversationId, offer: OFFER } });
const shown = async (): Promise<string> => {
  const seen = await previewAcceptance(rep, at());
  if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
  return seen.hash;
};
const accept = (hash: string) =>
  answerOffer(rep, { ...at(), body: { answer: 'accepted', key: randomUUID(), hash } });
const spent = async () =>
  (await prisma.offerPool.aggregate({ _sum: { spentMinor: true } }))._sum.spentMinor ?? 0;

describe('an offer that is edited after its acceptance was shown', () => {
  it('is not accepted as something else: nothing is given and nothing paid', async () => {
    const hash = await shown();
    const before = await spent();
    edit((offer) => ({
      ...offer,
      fulfil: { ...offer.fulfil, params: { ...offer.fulfil.params, amount: 5 } },
    }));
    expect(await refusal(accept(hash))).toMatchObject({ code: 'conflict' });
    edit(() => null);
    expect(await refusal(accept(hash))).toMatchObject({ code: 'not_found' });
    expect(await spent()).toBe(before);
    expect(await prisma.credit.count({ where: { customerId: held.customerId } })).toBe(0);
  });

  it('gives its pool back what it took, whatever it costs by now', async () => {
    const before = await spent();
    const { action } = await accept(await shown());
    if (!action) throw new Error('no action');
    expect(await spent()).toBe(before + 120_00);
    // As if its limit had asked for a second person.
    await prisma.receipt.deleteMany({ where: { actionId: action.id } });
    await prisma.action.update({ where: { id: action.id }, data: { state: 'waiting' } });
    edit((offer) => ({ ...offer, cost: usd(900_00) }));
    await secondApproval(lead, {
      params: { id: action.id },
      body: { verdict: 'declined', hash: action.hash, reason: null },
    });
    expect(await spent()).toBe(before);
  });
});
