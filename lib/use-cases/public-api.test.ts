import { beforeAll, describe, expect, it } from 'vitest';
import {
  getPublicConversation as oneContract,
  listPublicConversations as pageContract,
} from '@/lib/contracts/public-conversations';
import { listEvents as eventsContract, publicEventSchema } from '@/lib/contracts/public-events';
import { PUBLIC_SCOPES, type ServiceActor } from '@/lib/domain/user';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { addNote } from './add-note';
import { decideCustomerOffers } from './decide-customer-offers';
import { escalateConversation } from './escalate-conversation';
import { listEvents } from './list-events';
import { getPublicConversation, listPublicConversations } from './public-conversation';
import { receiveCorrection } from './receive-correction';
import { testDesk } from './testing/desk';
import { refusal } from './testing/refusal';
import { cueOf, customerWrites, openCase } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
const system: ServiceActor = { kind: 'service', id: 'apk_all', name: 'all', scopes: PUBLIC_SCOPES };
const page = (query: object) =>
  listPublicConversations(system, { query: pageContract.query.parse(query) }).then((answer) =>
    pageContract.response.parse(answer),
  );

describe('conversations, for a system', () => {
  const ids: string[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 7; n++)
      ids.unshift(
        (
          await makeConversation(prisma, {
            now: new Date(Date.UTC(2027, 0, 1 + n)),
            channel: n % 2 ? 'sms' : 'chat',
            state: n < 3 ? 'closed' : 'open',
          })
        ).id,
      );
  });

  it('come in pages, the newest first, none twice and none left out', async () => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { conversations, next } = await page({ limit: '3', ...(cursor ? { cursor } : {}) });
      seen.push(...conversations.map(({ id }) => id));
      cursor = next;
    } while (cursor);
    expect(seen).toEqual(ids);
  });

  it('a page that ends with the last one says so', async () => {
    expect((await page({ limit: '7' })).next).toBeNull();
    expect((await page({ limit: '6' })).next).toBe(ids[5]);
  });

  it('are those asked for', async () => {
    const { conversations } = await page({ state: 'open', channel: 'sms' });
    expect(conversations.map(({ id }) => id)).toEqual([ids[1], ids[3]]);
    const { customer } = await makeCustomer(prisma);
    expect(await page({ customerId: customer.id })).toEqual({ conversations: [], next: null });
  });
});

describe('one conversation, for a system', () => {
  it('says how it stands, with its cues in a line each, and quotes nobody', async () => {
    const rep = await desk.signIn();
    const id = await openCase(desk, rep, 'a sentence that only the customer said');
    await addNote(rep, { params: { id }, body: { text: 'a note that only the team reads' } });
    await escalateConversation(rep, {
      params: { id },
      body: { queue: 'legal-desk', kind: 'immediate', note: 'a note that only the lead reads' },
    });
    const answer = oneContract.response.parse(await getPublicConversation(system, { params: { id } }));
    expect(answer.conversation).toMatchObject({ id, state: 'open', taken: true });
    expect(answer.escalation).toMatchObject({ queue: 'legal-desk', state: 'waiting' });
    expect(answer.cues.map(({ kind }) => kind).toSorted()).toEqual([
      'escalation',
      'handoff',
      'passages',
      'resolution',
      'triage',
    ]);
    expect(JSON.stringify(answer)).not.toContain('only');
    expect(JSON.stringify(answer)).not.toContain(rep.name);
  });
});

describe('a correction of a system', () => {
  it('is stored as its own, worked in at once, and asked of the cue that it names', async () => {
    const id = await customerWrites();
    await desk.workOff();
    const cue = await cueOf(desk, id, 'triage');
    const body = {
      cueId: cue.id,
      body: { kind: 'override', field: 'urgency', before: 'low', after: 'critical' } as const,
      reason: 'said so on the phone',
    };
    await receiveCorrection(system, { body }, { key: 'first-correction', hash: '1' });
    expect(await prisma.correction.findMany({ where: { conversationId: id } })).toMatchObject([
      { cueId: cue.id, actorId: 'apk_all', reason: 'said so on the phone' },
    ]);
    await desk.workOff();
    expect((await cueOf(desk, id, 'triage')).payload).toMatchObject({
      triage: { urgency: { level: 'critical' } },
    });
    const nowhere = { ...body, cueId: 'cue_000000000000000000000000' };
    expect(
      await refusal(receiveCorrection(system, { body: nowhere }, { key: 'other-correction', hash: '2' })),
    ).toMatchObject({ code: 'not_found' });
    const made = {
      ...body.body,
      field: 'intent',
      before: 'billing.bill-explanation',
      after: 'billing.made-up',
    } as const;
    const unknown = receiveCorrection(
      system,
      { body: { ...body, body: made } },
      { key: 'third-correction', hash: '3' },
    );
    expect(await refusal(unknown)).toMatchObject({ code: 'invalid', problems: [{ path: 'body.after' }] });
  });
});

describe('events, for a system', () => {
  const eventsFrom = (last: string, limit = 500) =>
    listEvents(system, { query: eventsContract.query.parse({ after: last, limit: String(limit) }) });

  it('are told once each and in order, page by page, without what anybody said', async () => {
    const rep = await desk.signIn();
    const { last: begin } = await eventsFrom('0');
    const id = await openCase(desk, rep, 'a sentence that only the customer said');
    const seen: string[] = [];
    let last = begin;
    for (;;) {
      const answer = eventsContract.response.parse(await eventsFrom(last, 2));
      if (answer.events.length === 0) {
        expect(answer.last).toBe(last);
        break;
      }
      seen.push(...answer.events.map((event) => event.id));
      expect(answer.events.every((event) => event.conversationId === id)).toBe(true);
      expect(JSON.stringify(answer)).not.toContain('only');
      last = answer.last;
    }
    const stored = await prisma.event.findMany({
      where: { id: { gt: BigInt(begin) }, kind: { in: [...publicEventSchema.shape.kind.options] } },
      orderBy: { id: 'asc' },
    });
    expect(seen).toEqual(stored.map((event) => String(event.id)));
    expect(seen.length).toBeGreaterThan(3);
  });
});

describe('offers of a customer, for a system', () => {
  const outcomes = async (id: string) => {
    const { shown, withheld } = await decideCustomerOffers(system, { params: { id } });
    return { shown: shown.map(({ id: offer }) => offer), withheld };
  };

  it('are decided clause by clause, and none is shown while nobody has the conversation', async () => {
    const id = await customerWrites();
    await desk.workOff();
    const { customerId } = await prisma.conversation.findUniqueOrThrow({ where: { id } });
    const { shown, withheld } = await outcomes(customerId);
    expect(shown).toEqual([]);
    expect(withheld.map((offer) => offer.id).toSorted()).toEqual(
      desk.policies.offers.map((offer) => offer.id).toSorted(),
    );
    const about = (offer: (typeof withheld)[number]) =>
      offer.clauses.filter(
        ({ id: clause, is }) => clause.includes('interruption-budget') && is === 'unknown',
      );
    expect(withheld.every((offer) => about(offer).length === 1)).toBe(true);
  });

  it('read whoever has it in hand: their quiet hours withhold every offer, and say so', async () => {
    const rep = await desk.signIn();
    const id = await openCase(desk, rep);
    const { customerId } = await prisma.conversation.findUniqueOrThrow({ where: { id } });
    const quiet = async () =>
      (await outcomes(customerId)).withheld.flatMap(({ clauses }) =>
        clauses.filter(({ id: clause }) => clause.includes('quiet-mode')).map(({ is }) => is),
      );
    expect(new Set(await quiet())).toEqual(new Set(['true']));
    await prisma.user.update({
      where: { id: rep.id },
      data: { quietUntil: new Date(desk.clock.now().getTime() + 3_600_000) },
    });
    expect(new Set(await quiet())).toEqual(new Set(['false']));
  });

  it('of one who never wrote are refused with the reason, and of nobody not found', async () => {
    const { customer } = await makeCustomer(prisma);
    expect(await refusal(decideCustomerOffers(system, { params: { id: customer.id } }))).toMatchObject({
      code: 'conflict',
    });
    expect(
      await refusal(decideCustomerOffers(system, { params: { id: 'cus_000000000000000000000000' } })),
    ).toMatchObject({ code: 'not_found' });
  });
});
