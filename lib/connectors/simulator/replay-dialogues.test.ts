import { describe, expect, test } from 'vitest';
import { fakeDesk } from './fake-desk';
import { type ReplayOptions, replayDialogues } from './replay-dialogues';

const dialogues = Array.from({ length: 6 }, (_, n) => ({
  id: `d${n}`,
  turns: [
    { role: 'customer' as const, text: `question ${n}` },
    { role: 'rep' as const, text: `answer ${n}` },
    { role: 'customer' as const, text: `thanks ${n}` },
  ],
}));

const optionsFor = (desk: ReturnType<typeof fakeDesk>, slept: number[] = []): ReplayOptions => ({
  sender: desk.sender,
  speed: Number.POSITIVE_INFINITY,
  concurrency: 3,
  tag: 't',
  signal: new AbortController().signal,
  sleep: async (ms) => void slept.push(ms),
});

describe('replayDialogues', () => {
  test('both sides go in, each dialogue in its own conversation and in order', async () => {
    const desk = fakeDesk();
    const replayed = await replayDialogues(dialogues, optionsFor(desk));
    expect(replayed).toMatchObject({ dialogues: 6, sent: 18, accepted: 18, duplicates: 0, failures: {} });
    expect(replayed.conversationIds).toHaveLength(6);
    for (const [thread, lines] of desk.threads) {
      expect(
        lines.map(({ role, text }) => `${role} ${text.split(' ')[0]}`),
        thread,
      ).toEqual(['customer question', 'rep answer', 'customer thanks']);
    }
  });

  test('the same tag again only makes duplicates', async () => {
    const desk = fakeDesk();
    await replayDialogues(dialogues, optionsFor(desk));
    expect(await replayDialogues(dialogues, optionsFor(desk))).toMatchObject({
      accepted: 18,
      duplicates: 18,
    });
    expect(desk.sent).toHaveLength(18);
  });

  test('at most so many dialogues at once', async () => {
    let open = 0;
    let most = 0;
    const desk = fakeDesk();
    const sender = {
      ...desk.sender,
      send: async (...args: Parameters<typeof desk.sender.send>) => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setImmediate(resolve));
        open -= 1;
        return desk.sender.send(...args);
      },
    };
    await replayDialogues(dialogues, { ...optionsFor(desk), sender });
    expect(most).toBe(3);
  });

  test('people’s pace at 1x, a tenth of it at 10x, none at max', async () => {
    const [one] = dialogues;
    const total = async (speed: number): Promise<number> => {
      const slept: number[] = [];
      const desk = fakeDesk();
      await replayDialogues(one ? [one] : [], { ...optionsFor(desk, slept), speed });
      return slept.reduce((sum, ms) => sum + ms, 0);
    };
    // Two lines of two words each typed at 40 words a minute, and two read at 238.
    expect(await total(1)).toBeCloseTo(2 * (3_000 + (2 / 238) * 60_000), 3);
    expect(await total(10)).toBeCloseTo((await total(1)) / 10, 3);
    expect(await total(Number.POSITIVE_INFINITY)).toBe(0);
  });

  test('a refusal is counted by status and ends its dialogue only', async () => {
    const desk = fakeDesk();
    const sender = {
      ...desk.sender,
      send: async (...args: Parameters<typeof desk.sender.send>) =>
        args[0].externalId === 't-d2-1'
          ? { ok: false as const, status: 403, detail: 'may not speak for reps' }
          : desk.sender.send(...args),
    };
    const replayed = await replayDialogues(dialogues, { ...optionsFor(desk), sender });
    expect(replayed).toMatchObject({
      dialogues: 6,
      sent: 17,
      accepted: 16,
      failures: { 403: 1 },
      reasons: { 403: 'may not speak for reps' },
    });
  });
});
