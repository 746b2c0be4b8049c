import { describe, expect, test } from 'vitest';
import { fakeDesk } from './fake-desk';
import { playScript, type Stage } from './play-script';
import type { Script } from './script';

const script: Script = {
  id: 'twice',
  kind: 'live',
  channel: 'chat',
  customer: { name: 'Maya Ortiz', email: 'maya@example.com', phone: '+14065550112' },
  turns: [
    { from: 'customer', say: 'hi, charged twice', wait: 0 },
    { from: 'customer', say: 'rent is due', wait: 7 },
    { from: 'rep', say: 'Which bill?', wait: 20 },
    { from: 'customer', say: 'the internet one', wait: 20 },
  ],
};

const stageOf = (desk: ReturnType<typeof fakeDesk>, keepWatching = () => false) => {
  const slept: number[] = [];
  const stage: Stage = {
    sender: desk.sender,
    sleep: async (ms) => void slept.push(ms),
    random: () => 0.5,
    signal: new AbortController().signal,
    pace: 1,
    onAnswer: () => undefined,
    keepWatching,
  };
  return { stage, slept };
};

describe('playScript', () => {
  test('says the customer’s lines, as the customer, in one conversation, and never the rep’s', async () => {
    const desk = fakeDesk();
    expect(await playScript(script, 'sim-twice-0', stageOf(desk).stage)).toEqual({
      end: 'played',
      news: true,
    });
    expect(desk.sent.map(({ text }) => text)).toEqual([
      'hi, charged twice',
      'rent is due',
      'the internet one',
    ]);
    expect(new Set(desk.sent.map(({ conversation }) => conversation))).toEqual(new Set(['sim-twice-0']));
    expect(new Set(desk.sent.map(({ externalId }) => externalId)).size).toBe(3);
    expect(desk.sent.every(({ role, from }) => role === undefined && from.email === 'maya@example.com')).toBe(
      true,
    );
  });

  test('a caller and a texter are known by telephone', async () => {
    const desk = fakeDesk();
    await playScript({ ...script, channel: 'voice' }, 'call', stageOf(desk).stage);
    expect(desk.sent[0]?.from).toEqual({ phone: '+14065550112', name: 'Maya Ortiz' });
  });

  test('goes on by itself only where the next line is the customer’s too, then waits and gives up', async () => {
    const desk = fakeDesk({ answersAfter: Number.POSITIVE_INFINITY });
    const { stage, slept } = stageOf(desk);
    expect(await playScript(script, 't', stage)).toEqual({ end: 'unanswered' });
    expect(desk.sent.map(({ text }) => text)).toEqual(['hi, charged twice', 'rent is due']);
    const waited = slept.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(6 * 60_000);
    expect(waited).toBeLessThan(8 * 60_000);
  });

  test('a resting conversation goes on when an answer comes late', async () => {
    const desk = fakeDesk({ answersAfter: 400 });
    const ending = await playScript(script, 't', stageOf(desk, () => true).stage);
    expect(ending.end).toBe('played');
    expect(desk.sent).toHaveLength(3);
  });

  test('played again it repeats nothing and takes no time', async () => {
    const desk = fakeDesk();
    await playScript(script, 't', stageOf(desk).stage);
    const { stage, slept } = stageOf(desk);
    expect(await playScript(script, 't', stage)).toEqual({ end: 'played', news: false });
    expect(desk.sent).toHaveLength(3);
    expect(slept).toEqual([]);
  });

  test('types at human speed: a breath at least, half a minute at most, and faster by the pace', async () => {
    const desk = fakeDesk();
    const { stage, slept } = stageOf(desk);
    const long = {
      ...script,
      turns: [...script.turns.slice(0, 3), { from: 'customer' as const, say: 'word '.repeat(300), wait: 0 }],
    };
    await playScript(long, 'a', stage);
    expect(Math.max(...slept)).toBe(30_000);
    const fast = stageOf(desk);
    await playScript(long, 'b', { ...fast.stage, pace: 10 });
    expect(Math.max(...fast.slept)).toBe(3_000);
  });

  test('a refusal ends the play with its reason', async () => {
    const desk = fakeDesk();
    const sender = {
      ...desk.sender,
      send: async () => ({ ok: false as const, status: 403, detail: 'the key may not' }),
    };
    const ending = await playScript(script, 't', { ...stageOf(desk).stage, sender });
    expect(ending).toEqual({
      end: 'refused',
      refusal: { ok: false, status: 403, detail: 'the key may not' },
    });
  });
});
