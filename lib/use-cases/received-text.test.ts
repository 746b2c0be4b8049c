import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiveMessage as contract } from '@/lib/contracts/messages';
import { receiveMessage } from './receive-message';
import { testDesk } from './testing/desk';
import { refusal } from './testing/refusal';
import { rowCounts } from './testing/row-counts';
import { customerWrites, intake, message } from './testing/says';

const desk = await testDesk();
const { prisma } = desk;
await desk.signIn();

const counts = () => rowCounts(desk);
const receive = (more: Parameters<typeof message>[0] = {}) => receiveMessage(intake, { body: message(more) });

describe('the text', () => {
  const kept: [string, string][] = [
    ['👍🏽', '👍🏽'],
    ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
    ['¿Por qué subió mi factura?', '¿Por qué subió mi factura?'],
    ['لماذا ارتفعت فاتورتي؟', 'لماذا ارتفعت فاتورتي؟'],
    ['為什麼我的帳單變高了？', '為什麼我的帳單變高了？'],
    [
      '<script>alert(1)</script><img src=x onerror=alert(1)>',
      '<script>alert(1)</script><img src=x onerror=alert(1)>',
    ],
    ["Robert'); DROP TABLE turn;--", "Robert'); DROP TABLE turn;--"],
    ['zero\u200bwidth\u202e and \u0000nul', 'zerowidth and nul'],
    ['half \ud83d pair', 'half \ufffd pair'],
    ['x'.repeat(20_000), 'x'.repeat(20_000)],
  ];
  it.each(kept)('is stored as text: %s', async (text, stored) => {
    const { messageId } = await receive({ text, from: { externalId: 'texts' } });
    expect((await prisma.turn.findUniqueOrThrow({ where: { id: messageId } })).text).toBe(stored);
  });

  it('makes cues also when it is one emoji', async () => {
    const id = await customerWrites('👍🏽');
    await desk.workOff();
    expect(await prisma.run.findFirst({ where: { conversationId: id } })).toMatchObject({ state: 'done' });
    expect(await prisma.cue.count({ where: { conversationId: id } })).toBe(5);
  });

  it.each(['', '   \n\t', '\u200b\u200d\u2060\ufeff', '\u202e\u00ad'])(
    'is refused without anything to read: %j',
    async (text) => {
      const before = await counts();
      expect(await refusal(receive({ text, from: { email: 'nothing@example.com' } }))).toMatchObject({
        code: 'invalid',
        problems: [{ path: 'text' }],
      });
      expect(await counts()).toEqual(before);
    },
  );

  it('is refused by the contract when it is longer than a message may be', () => {
    const { error } = contract.body.safeParse(message({ text: 'x'.repeat(100_000) }));
    expect(error?.issues.map(({ path }) => path)).toEqual([['text']]);
  });

  it('of any kind is stored or refused, never half', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        const before = await counts();
        const stored = await receive({ text, from: { externalId: 'any-text' } }).then(
          () => true,
          (thrown: unknown) => {
            expect(thrown).toMatchObject({ code: 'invalid' });
            return false;
          },
        );
        const after = await counts();
        expect(after.turns - before.turns).toBe(stored ? 1 : 0);
        if (!stored) expect(after).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the time', () => {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  it('may be a little ahead, as clocks are, or past', async () => {
    const { messageId } = await receive({ at: at(60_000), from: { externalId: 'ahead' } });
    expect(await prisma.turn.findUnique({ where: { id: messageId } })).not.toBeNull();
    await receive({ at: '2019-06-01T10:00:00+02:00', from: { externalId: 'past' } });
    expect(await prisma.turn.count({ where: { at: new Date('2019-06-01T08:00:00Z') } })).toBe(1);
  });

  it.each([at(3_600_000), '9999-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z'])(
    'is refused when it is none: %s',
    async (when) => {
      const before = await counts();
      expect(await refusal(receive({ at: when, from: { externalId: 'never' } }))).toMatchObject({
        code: 'invalid',
        problems: [{ path: 'at' }],
      });
      expect(await counts()).toEqual(before);
    },
  );
});
