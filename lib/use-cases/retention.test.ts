import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RetentionView } from '@/lib/contracts/retention';
import { DAY } from '@/lib/core/clock';
import type { Flag } from '@/lib/domain/triage';
import { answerOffer } from './answer-offer';
import { getRetention } from './get-retention';
import { presentOffer } from './present-offer';
import { previewAcceptance } from './preview-acceptance';
import { previewReversal, reverseAction } from './reverse-action';
import { secondApproval } from './second-approval';
import { setQuiet } from './set-quiet';
import { startWrapUp } from './start-wrap-up';
import { type AccountCase, openAccountCase } from './testing/account-case';
import { testDesk } from './testing/desk';
import { leavingCase, raiseFlags } from './testing/leaving';
import { outcomes, refusal } from './testing/refusal';

const desk = await testDesk();
const { prisma } = desk;
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const colleague = await desk.signIn('rep', 'care', 'Kim Ade');
const qa = await desk.signIn('qa', 'care');
const lead = await desk.signIn('lead', 'care', 'Dee Lead');
await prisma.user.updateMany({ data: { createdAt: new Date(Date.now() - 400 * DAY) } });

let held: AccountCase;

const raise = (flags: Flag[], of = held) => raiseFlags(desk, of, flags);
const leaving = () => leavingCase(desk, rep);

beforeEach(async () => {
  desk.clock.advance(2 * DAY);
  held = await leaving();
});

const at = (offer: string) => ({ params: { id: held.conversationId, offer } });
const view = (): Promise<RetentionView> => getRetention(rep, { params: { id: held.conversationId } });
const first = async () => {
  const { shown } = await view();
  const [offer] = shown;
  if (offer === undefined) throw new Error('nothing is shown');
  return offer;
};
const failing = (shown: RetentionView, id: string) =>
  shown.withheld
    .find((offer) => offer.id === id)
    ?.clauses.filter(({ is }) => is !== 'true')
    .map((clause) => clause.id);

describe('what a rep sees', () => {
  it('is at most two offers, each with every clause true, and every other with the clauses that fail', async () => {
    const seen = await view();
    expect(seen.shown.length).toBeGreaterThan(0);
    expect(seen.shown.length).toBeLessThanOrEqual(2);
    for (const offer of seen.shown) expect(offer.clauses.every(({ is }) => is === 'true')).toBe(true);
    for (const offer of seen.withheld)
      expect(offer.outcome === 'eligible' || offer.clauses.some(({ is }) => is !== 'true')).toBe(true);
    expect(seen.shown.length + seen.withheld.length).toBe(desk.policies.offers.length);
    expect(seen).toMatchObject({ mayPresent: true, responses: [], quietUntil: null });
  });

  it.each(['safety', 'security', 'legal', 'regulator', 'vulnerability', 'injection', 'abuse'] as Flag[])(
    'is no offer while %s is flagged, whatever else holds',
    async (flag) => {
      await raise(['cancel', flag]);
      expect((await view()).shown).toEqual([]);
    },
  );

  it('is no offer to a vulnerable customer, to one who asked for none, and in quiet mode', async () => {
    await prisma.customer.update({ where: { id: held.customerId }, data: { vulnerable: true } });
    expect((await view()).shown).toEqual([]);
    await prisma.customer.update({
      where: { id: held.customerId },
      data: { vulnerable: false, offersAllowed: false },
    });
    expect((await view()).shown).toEqual([]);
    await prisma.customer.update({ where: { id: held.customerId }, data: { offersAllowed: true } });
    await setQuiet(rep, { body: { minutes: 60 } });
    const quiet = await view();
    expect(quiet.shown).toEqual([]);
    expect(quiet.quietUntil).not.toBeNull();
    await setQuiet(rep, { body: { minutes: 0 } });
    expect((await view()).shown).not.toEqual([]);
  });

  it('is for the team: QA reads and presents nothing, and a colleague only looks', async () => {
    const offer = await first();
    expect((await getRetention(qa, { params: { id: held.conversationId } })).mayPresent).toBe(false);
    expect(await refusal(presentOffer(qa, at(offer.id)))).toMatchObject({ code: 'forbidden' });
    expect(await refusal(presentOffer(colleague, at(offer.id)))).toMatchObject({ code: 'forbidden' });
  });
});

describe('presenting', () => {
  it('is recorded with everything it was decided on, and stands until it is answered', async () => {
    const offer = await first();
    const { response } = await presentOffer(rep, at(offer.id));
    expect(response).toMatchObject({ offerId: offer.id, response: 'presented', actorName: 'Robin Vance' });
    const decision = await prisma.offerDecision.findFirstOrThrow({
      where: { conversationId: held.conversationId },
    });
    expect((decision.offers as { id: string }[]).length).toBe(desk.policies.offers.length);
    const after = await view();
    expect(after.shown[0]?.id).toBe(offer.id);
    expect(after.responses).toMatchObject([{ offerId: offer.id, response: 'presented' }]);
  });

  it('happens once: of ten at a time one goes through, and no second attempt to keep the customer', async () => {
    const offer = await first();
    const works = Array.from({ length: 10 }, () => presentOffer(rep, at(offer.id)));
    expect((await outcomes(works)).done).toBe(1);
    await answerOffer(rep, { ...at(offer.id), body: { answer: 'declined', reason: 'too little' } });
    const after = await view();
    expect(after.shown).toEqual([]);
    for (const { id, kind } of desk.policies.offers.filter(
      (one) => one.kind === 'retention' || one.kind === 'right-sizing',
    )) {
      expect(await refusal(presentOffer(rep, at(id)))).toMatchObject({ code: 'conflict' });
      if (kind === 'retention') expect(failing(after, id)).toContain('one-save-attempt');
    }
  });

  it('of one that does not fit names every clause that fails', async () => {
    const { withheld } = await view();
    const unfit = withheld.find(({ outcome }) => outcome === 'not-eligible');
    if (!unfit) throw new Error('all fit');
    const error = await refusal(presentOffer(rep, at(unfit.id)));
    expect(error).toMatchObject({ code: 'conflict' });
    expect(error.problems.map(({ path }) => path)).toEqual(
      unfit.clauses.filter(({ is }) => is !== 'true').map(({ id }) => id),
    );
    expect(await refusal(presentOffer(rep, at('no-such-offer')))).toMatchObject({ code: 'not_found' });
  });
});

describe('an answer', () => {
  const accept = async (offerId: string, key = randomUUID()) => {
    const seen = await previewAcceptance(rep, at(offerId));
    if (seen.is !== 'possible') throw new Error(JSON.stringify(seen.problems));
    return answerOffer(rep, { ...at(offerId), body: { answer: 'accepted', key, hash: seen.hash } });
  };

  it('that accepts runs its action once, with an approval and a receipt', async () => {
    const offer = await first();
    await presentOffer(rep, at(offer.id));
    const seen = await previewAcceptance(rep, at(offer.id));
    if (seen.is !== 'possible') throw new Error('not possible');
    const body = { answer: 'accepted' as const, key: randomUUID(), hash: seen.hash };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => answerOffer(rep, { ...at(offer.id), body })),
    );
    expect(new Set(answers.map(({ action }) => action?.id)).size).toBe(1);
    const { action } = answers[0] ?? {};
    expect(action).toMatchObject({ origin: 'offer', originId: offer.id });
    expect(['done', 'approved']).toContain(action?.state);
    expect(await prisma.receipt.count({ where: { action: { customerId: held.customerId } } })).toBe(1);
    expect((await view()).responses).toMatchObject([{ response: 'accepted', actionId: action?.id }]);
  });

  it('before the offer was made does not exist', async () => {
    const offer = await first();
    const body = { answer: 'accepted' as const, key: randomUUID(), hash: 'a'.repeat(64) };
    expect(await refusal(answerOffer(rep, { ...at(offer.id), body }))).toMatchObject({ code: 'not_found' });
  });

  it('is remembered: a refusal keeps the offer away for months', async () => {
    const offer = await first();
    await presentOffer(rep, at(offer.id));
    await answerOffer(rep, { ...at(offer.id), body: { answer: 'declined', reason: 'no thanks' } });
    expect(
      await refusal(answerOffer(rep, { ...at(offer.id), body: { answer: 'ignored', reason: null } })),
    ).toMatchObject({ code: 'conflict' });
    desk.clock.advance(60 * DAY);
    const again = await openAccountCase(desk, rep, { text: 'I want to cancel' });
    await prisma.conversation.update({
      where: { id: again.conversationId },
      data: { customerId: held.customerId },
    });
    await raise(['cancel'], again);
    const later = await getRetention(rep, { params: { id: again.conversationId } });
    expect(failing(later, offer.id)).toContain('refused-before');
  });

  it('that never came is ignored when the contact ends', async () => {
    const offer = await first();
    await presentOffer(rep, at(offer.id));
    await startWrapUp(rep, { params: { id: held.conversationId } });
    const [row] = await prisma.offerResponse.findMany({ where: { conversationId: held.conversationId } });
    expect(row).toMatchObject({ response: 'ignored' });
  });

  it('cannot overdraw the pool: of customers who accept at once as many get it as it pays for', async () => {
    const ID = 'fiber-loyalty-credit';
    const policy = desk.policies.offers.find(({ id }) => id === ID);
    const pool = desk.policies.contact.pools.find(({ id }) => id === policy?.budget?.pool);
    if (!policy || !pool) throw new Error('no such offer');
    const cases = [held];
    for (let i = 0; i < 5; i += 1) cases.push(await leaving());
    const ready = [];
    for (const one of cases) {
      held = one;
      if ((await view()).shown.some(({ id }) => id === ID)) {
        await presentOffer(rep, at(ID));
        const seen = await previewAcceptance(rep, at(ID));
        if (seen.is === 'possible') ready.push({ one, hash: seen.hash });
      }
    }
    expect(ready.length).toBeGreaterThanOrEqual(4);
    const row = await prisma.offerPool.findFirst({ where: { id: { startsWith: `pol_${pool.id}_` } } });
    const month = desk.clock.now().toISOString().slice(0, 7);
    const budgetMinor = Math.round(pool.monthly * 100);
    // What is left pays for two.
    const spentMinor = budgetMinor - 2 * policy.cost.minor;
    if (row) await prisma.offerPool.update({ where: { id: row.id }, data: { budgetMinor, spentMinor } });
    else
      await prisma.offerPool.create({
        data: {
          id: `pol_${pool.id}_${month}`,
          title: pool.title,
          month: new Date(`${month}-01`),
          budgetMinor,
          spentMinor,
        },
      });
    const works = ready.map(({ one, hash }) =>
      answerOffer(rep, {
        params: { id: one.conversationId, offer: ID },
        body: { answer: 'accepted', key: randomUUID(), hash },
      }),
    );
    const { done } = await outcomes(works);
    expect(done).toBe(2);
    const after = await prisma.offerPool.findFirstOrThrow({
      where: { id: { startsWith: `pol_${pool.id}_` } },
    });
    expect(after.spentMinor).toBe(after.budgetMinor);
  });

  it('that is taken back at once gives the pool its money back, and waits for an answer again', async () => {
    const ID = 'fiber-loyalty-credit';
    await prisma.offerPool.deleteMany();
    const spent = async () =>
      (await prisma.offerPool.aggregate({ _sum: { spentMinor: true } }))._sum.spentMinor ?? 0;
    const before = await spent();
    await presentOffer(rep, at(ID));
    const { action } = await accept(ID);
    expect(await spent()).toBe(before + 120_00);
    const back = await previewReversal(rep, { params: { id: action?.id ?? '' } });
    if (back.is !== 'possible') throw new Error('not possible');
    await reverseAction(rep, {
      params: { id: action?.id ?? '' },
      body: { key: randomUUID(), hash: back.hash },
    });
    expect(await spent()).toBe(before);
    const after = await view();
    expect(after.responses).toMatchObject([{ offerId: ID, response: 'presented', actionId: null }]);
    expect(after.shown[0]?.id).toBe(ID);
    expect((await accept(ID)).action?.state).toBe('done');
    expect(await spent()).toBe(before + 120_00);
  });

  it('whose action a second person declines gives the pool its money back', async () => {
    const offer = await first();
    await presentOffer(rep, at(offer.id));
    const { action } = await accept(offer.id);
    if (!action) throw new Error('no action');
    const spent = async () =>
      (await prisma.offerPool.aggregate({ _sum: { spentMinor: true } }))._sum.spentMinor ?? 0;
    const before = await spent();
    // As if its limit had asked for a second person.
    await prisma.receipt.deleteMany({ where: { actionId: action.id } });
    await prisma.action.update({ where: { id: action.id }, data: { state: 'waiting' } });
    await secondApproval(lead, {
      params: { id: action.id },
      body: { verdict: 'declined', hash: action.hash, reason: 'not now' },
    });
    const cost = desk.policies.offers.find(({ id }) => id === offer.id)?.budget ? offer.cost.minor : 0;
    expect(await spent()).toBe(before - cost);
    const [row] = await prisma.offerResponse.findMany({ where: { conversationId: held.conversationId } });
    expect(row).toMatchObject({ response: 'ignored', reason: 'A second person did not approve it' });
  });
});
