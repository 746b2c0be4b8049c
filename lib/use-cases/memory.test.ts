import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { situationOf } from '@/lib/assist/facts/situation';
import { DAY } from '@/lib/core/clock';
import { loadRunInput } from '@/lib/db/run-input';
import { MEMORY_LIMIT } from '@/lib/domain/memory';
import type { ServiceActor, UserActor } from '@/lib/domain/user';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import {
  deleteConversationMemory,
  getConversationMemory,
  putConversationMemory,
} from './conversation-memory';
import { deleteMemory, getMemory, putMemory } from './customer-memory';
import { testDesk } from './testing/desk';
import { outcomes, refusal } from './testing/refusal';
import { cueOf } from './testing/says';

const desk = await testDesk();
const { prisma, clock } = desk;
const crm: ServiceActor = {
  kind: 'service',
  id: 'apk_crm',
  name: 'CRM sync',
  scopes: ['memory:read', 'memory:write'],
};
let rep: UserActor;
let id = '';
let conversationId = '';
beforeAll(async () => {
  rep = await desk.signIn();
});
beforeEach(async () => {
  const { customer } = await makeCustomer(prisma);
  id = customer.id;
  conversationId = (await makeConversation(prisma, { customerId: id })).id;
});

const fact = (key: string, value: string, expiresAt: string | null = null) => ({
  key,
  value,
  source: 'CRM',
  expiresAt,
});
const put = (key: string, value: string, expiresAt: string | null = null) =>
  putMemory(crm, { params: { id }, body: fact(key, value, expiresAt) });
const standing = async () =>
  (await getMemory(crm, { params: { id }, query: { versions: 'current' } })).facts.map(
    ({ key, value }) => `${key}: ${value}`,
  );
const versions = async () =>
  (await getMemory(crm, { params: { id }, query: { versions: 'all' } })).facts.map(
    ({ value, state }) => `${value}, ${state}`,
  );

describe('a fact of a customer', () => {
  it('names its source, its author and until when it counts', async () => {
    const expiresAt = new Date(clock.now().getTime() + DAY).toISOString();
    const { fact: written } = await put('gate-code', '  Ring twice\u200b ', expiresAt);
    expect(written).toMatchObject({
      key: 'gate-code',
      value: 'Ring twice',
      source: 'CRM',
      authorName: 'CRM sync',
      expiresAt,
      state: 'current',
    });
    const seen = await getConversationMemory(rep, {
      params: { id: conversationId },
      query: { versions: 'current' },
    });
    expect(seen).toEqual({ facts: [written], mayWrite: true });
  });

  it('is corrected in place, and every version is kept', async () => {
    await put('gate-code', '4417');
    await putConversationMemory(rep, { params: { id: conversationId }, body: fact('gate-code', '5528') });
    await put('pet', 'A dog');
    expect(await standing()).toEqual(['gate-code: 5528', 'pet: A dog']);
    expect(await versions()).toEqual(['A dog, current', '5528, current', '4417, replaced']);
  });

  it('is taken back, stays among the versions, and can be written again', async () => {
    await put('gate-code', '4417');
    await deleteConversationMemory(rep, { params: { id: conversationId }, query: { key: 'gate-code' } });
    expect(await standing()).toEqual([]);
    expect(await versions()).toEqual(['4417, removed']);
    const again = deleteMemory(crm, { params: { id }, query: { key: 'gate-code' } });
    expect(await refusal(again)).toMatchObject({ code: 'not_found' });
    await put('gate-code', '5528');
    expect(await standing()).toEqual(['gate-code: 5528']);
  });

  it('whose time is over is gone, though not from the versions', async () => {
    const expiresAt = new Date(clock.now().getTime() + DAY).toISOString();
    await put('away', 'On holiday', expiresAt);
    clock.advance(DAY + 1);
    expect(await standing()).toEqual([]);
    expect(await versions()).toEqual(['On holiday, expired']);
    const taking = deleteMemory(crm, { params: { id }, query: { key: 'away' } });
    expect(await refusal(taking)).toMatchObject({ code: 'not_found' });
  });

  it('is one per key, whoever writes at once', async () => {
    const values = Array.from({ length: 20 }, (_, n) => `value ${n}`);
    expect(await outcomes(values.map((value) => put('gate-code', value)))).toEqual({ done: 20, refused: [] });
    expect(await standing()).toHaveLength(1);
    const all = await versions();
    expect(all.filter((version) => version.endsWith('replaced'))).toHaveLength(19);
  });

  it.each([
    ['in the past', 'expiresAt', fact('a-key', 'x', '2001-01-01T00:00:00Z')],
    ['after 2100', 'expiresAt', fact('a-key', 'x', '2999-01-01T00:00:00Z')],
    ['of nothing anybody could read', 'value', fact('a-key', '\u200d')],
  ])('%s is refused with its path, and nothing is written', async (_what, path, body) => {
    expect(await refusal(putMemory(crm, { params: { id }, body }))).toMatchObject({
      code: 'invalid',
      problems: [{ path }],
    });
    expect(await versions()).toEqual([]);
  });

  it('beyond the most that stand is refused; a correction of one is not, even when all come at once', async () => {
    const keys = Array.from({ length: MEMORY_LIMIT + 5 }, (_, n) => `key-${n}`);
    const { done, refused } = await outcomes(keys.map((key) => put(key, 'x')));
    expect([done, new Set(refused)]).toEqual([MEMORY_LIMIT, new Set(['conflict'])]);
    const [first = ''] = await standing();
    await put(first.split(':')[0] ?? '', 'y');
    expect(await standing()).toHaveLength(MEMORY_LIMIT);
  });

  it('of a customer that is not there is not found, and every change is on record', async () => {
    const nobody = { params: { id: 'cus_000000000000000000000000' } };
    expect(await refusal(putMemory(crm, { ...nobody, body: fact('pet', 'A dog') }))).toMatchObject({
      code: 'not_found',
    });
    await put('pet', 'A dog');
    await deleteMemory(crm, { params: { id }, query: { key: 'pet' } });
    const entries = await prisma.auditEntry.findMany({ where: { resource: id }, orderBy: { seq: 'asc' } });
    expect(entries.map(({ action, actorId }) => `${action} ${actorId}`)).toEqual([
      'remember apk_crm',
      'forget apk_crm',
    ]);
  });
});

describe('the pipeline', () => {
  it('reads the facts that stand among those of the account, and no others', async () => {
    await put('gate-code', '4417');
    await put('gate-code', '5528');
    await put('pet', 'A dog');
    await deleteMemory(crm, { params: { id }, query: { key: 'pet' } });
    await prisma.customerMemory.create({
      data: {
        id: 'mem_expired',
        customerId: id,
        key: 'away',
        value: 'On holiday',
        source: 'CRM',
        authorId: 'apk_crm',
        authorName: 'CRM',
        at: new Date(0),
        expiresAt: new Date(1),
      },
    });
    await prisma.run.create({
      data: {
        id: `run_${conversationId}`,
        conversationId,
        trigger: 'customer-turn',
        turnSeq: 1,
        state: 'queued',
        acceptedAt: clock.now(),
      },
    });
    await desk.workOff();
    const input = await loadRunInput(prisma, conversationId, { newestTurns: 40, now: clock.now() });
    if (input === null) throw new Error('the conversation is gone');
    expect(input.account.memory).toEqual([{ key: 'gate-code', value: '5528' }]);
    const { payload } = await cueOf(desk, conversationId, 'triage');
    const passages = await cueOf(desk, conversationId, 'passages');
    const { facts } = situationOf(
      input,
      payload.triage as Parameters<typeof situationOf>[1],
      passages.payload.retrieval as Parameters<typeof situationOf>[2],
    );
    expect(facts.filter(({ key }) => key.startsWith('memory.'))).toEqual([
      { key: 'memory.gate-code', label: 'Gate code', value: '5528' },
    ]);
  });
});
