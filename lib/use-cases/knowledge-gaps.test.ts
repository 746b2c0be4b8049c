import { describe, expect, it } from 'vitest';
import { literalModels } from '@/lib/assist/testing/literal-models';
import { recordGap } from '@/lib/db/knowledge-gaps';
import type { IntentId } from '@/lib/domain/intent';
import { listKnowledgeGaps } from './list-knowledge-gaps';
import { testDesk } from './testing/desk';
import { refusal } from './testing/refusal';
import { customerWrites, writesAgain } from './testing/says';

const desk = await testDesk();
const admin = await desk.signIn('admin');
const gapsOf = async (intent: IntentId, actor = admin) =>
  (await listKnowledgeGaps(actor, { query: { intent, limit: 50 } })).gaps;
const asks = async (text: string, intent: IntentId): Promise<string> => {
  desk.answerWith(literalModels({ intents: [{ id: intent, confidence: 0.9 }] }));
  const id = await customerWrites(text);
  await desk.workOff();
  return id;
};

describe('knowledge gaps', () => {
  it('counts a question worded alike once more, and a conversation once', async () => {
    const intent = 'general.availability-check';
    const first = await asks('can you run fiber to my houseboat?', intent);
    const second = await asks('Is fiber available for houseboats', intent);
    await writesAgain(desk, second, 'I mean the houseboat at the marina');
    await desk.workOff();
    await asks('do you serve the village of Upper Tarn', intent);
    const gaps = await gapsOf(intent);
    expect(gaps).toMatchObject([
      { count: 2, sample: 'Is fiber available for houseboats', conversationIds: [second, first] },
      { count: 1, sample: 'do you serve the village of Upper Tarn' },
    ]);
    const [boat] = gaps;
    expect(boat && boat.lastAt > boat.firstAt).toBe(true);
  });

  it('keeps intents apart', async () => {
    await asks('does the blue cable glow', 'technical.device-setup');
    await asks('does the blue cable glow', 'technical.equipment-fault');
    expect(await gapsOf('technical.device-setup')).toMatchObject([{ count: 1 }]);
    expect(await gapsOf('technical.equipment-fault')).toMatchObject([{ count: 1 }]);
  });

  it('keeps no personal data', async () => {
    const intent = 'account.manage-users';
    await asks(
      'can tenants share a login? write to zoe.lund@example.org or call 415-555-0134, card 4111 1111 1111 1111',
      intent,
    );
    const [gap] = await gapsOf(intent);
    expect(gap?.sample).toMatch(/^can tenants share a login\?/);
    expect(gap?.sample).not.toMatch(/zoe|0134|4111/);
    const stored = await desk.prisma.knowledgeGap.findMany({ where: { intent } });
    expect(JSON.stringify(stored)).not.toMatch(/zoe|0134|4111/);
  });

  it.each([
    ['what asks nothing', 'hello there, nice evening', 'general.greeting-or-thanks'],
    ['what has no words', '?!', 'general.product-question'],
  ] as const)('leaves out %s', async (_what, text, intent) => {
    await asks(text, intent);
    expect(await gapsOf(intent)).toEqual([]);
  });

  it('begins one gap when many ask the same at once', async () => {
    const intent = 'returns.exchange-item';
    const ids = await Promise.all(Array.from({ length: 12 }, () => customerWrites('hello')));
    await Promise.all(
      ids.map((conversationId) =>
        desk.prisma.$transaction((tx) =>
          recordGap(tx, {
            conversationId,
            intent,
            sample: 'swap a remote for a lamp',
            terms: ['lamp', 'remot', 'swap'],
            at: new Date(),
          }),
        ),
      ),
    );
    expect(await gapsOf(intent)).toMatchObject([{ count: 12 }]);
  });

  it('shows a lead only conversations of their team, and nobody else the list', async () => {
    const intent = 'technical.software-update';
    const id = await asks('which firmware sings', intent);
    expect((await gapsOf(intent, await desk.signIn('lead', 'care')))[0]?.conversationIds).toEqual([id]);
    expect((await gapsOf(intent, await desk.signIn('lead', 'enterprise')))[0]).toMatchObject({
      count: 1,
      conversationIds: [],
    });
    for (const role of ['rep', 'qa'] as const)
      expect(await refusal(gapsOf(intent, await desk.signIn(role)))).toMatchObject({ code: 'forbidden' });
  });

  it('forgets a conversation that is erased, not that it was asked', async () => {
    const intent = 'billing.invoice-copy';
    const id = await asks('invoices as braille', intent);
    await desk.prisma.conversation.delete({ where: { id } });
    expect(await gapsOf(intent)).toMatchObject([{ count: 1, conversationIds: [] }]);
  });
});
