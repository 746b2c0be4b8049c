import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '@/lib/core/random';
import { fakeDesk } from './fake-desk';
import type { Script } from './script';
import { startSimulator } from './start-simulator';

const scripts = (kind: Script['kind'], count: number, customer = (n: number) => `${kind}${n}`): Script[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `${kind}-${n}`,
    kind,
    channel: 'chat',
    customer: { name: customer(n), email: `${customer(n)}@example.com`, phone: '+14065550112' },
    turns: [
      { from: 'customer', say: `hello ${n}`, wait: 0 },
      { from: 'rep', say: 'Hi!', wait: 5 },
      { from: 'customer', say: `thanks ${n}`, wait: 5 },
      { from: 'rep', say: 'Bye!', wait: 5 },
    ],
  }));

const start = (desk: ReturnType<typeof fakeDesk>, all: Script[], log: string[] = []) =>
  startSimulator({
    baseUrl: 'http://127.0.0.1:1',
    apiKey: 'none',
    scripts: all,
    random: seededRandom(3),
    sender: desk.sender,
    log: (line) => log.push(line),
    sleep: async (_ms, signal) => {
      await setImmediate();
      signal.throwIfAborted();
    },
  });

const until = async (done: () => boolean): Promise<void> => {
  for (let turns = 0; !done(); turns++) {
    if (turns > 20_000) throw new Error('it never came about');
    await setImmediate();
  }
};

describe('startSimulator', () => {
  test('plays the live scripts first and in order, then the ambient ones round and round', async () => {
    const desk = fakeDesk();
    const simulator = start(desk, [...scripts('ambient', 3), ...scripts('live', 4)]);
    await until(() => desk.sent.length >= 30);
    await simulator.stop();
    const opened = desk.sent
      .filter(({ externalId }) => externalId.endsWith('-0-0') || externalId.endsWith('-1-0'))
      .map(({ conversation }) => conversation);
    expect(opened.slice(0, 4)).toEqual(['sim-live-0-0', 'sim-live-1-0', 'sim-live-2-0', 'sim-live-3-0']);
    expect(opened.slice(4, 7).sort()).toEqual(['sim-ambient-0-0', 'sim-ambient-1-0', 'sim-ambient-2-0']);
    expect(opened.slice(7, 10).sort()).toEqual(['sim-ambient-0-1', 'sim-ambient-1-1', 'sim-ambient-2-1']);
  });

  test('an empty desk never has more than eight waiting', async () => {
    const desk = fakeDesk({ answersAfter: Number.POSITIVE_INFINITY });
    const simulator = start(desk, [...scripts('live', 12), ...scripts('ambient', 20)]);
    await until(() => desk.sent.length >= 8);
    for (let turns = 0; turns < 5_000; turns++) await setImmediate();
    await simulator.stop();
    expect(desk.mostWaiting()).toBe(8);
    expect(desk.sent).toHaveLength(8);
  });

  test('a customer is in one conversation at a time', async () => {
    const desk = fakeDesk({ answersAfter: 5 });
    const simulator = start(
      desk,
      scripts('live', 3, () => 'the-same'),
    );
    await until(() => desk.sent.length === 6);
    await simulator.stop();
    expect(desk.mostWaiting()).toBe(1);
  });

  test('started again it goes on where it was and repeats nothing', async () => {
    const desk = fakeDesk();
    const first = start(desk, scripts('live', 3));
    await until(() => desk.sent.length >= 4);
    await first.stop();
    const second = start(desk, scripts('live', 3));
    await until(() => desk.sent.length === 6);
    await second.stop();
    expect(desk.threads.size).toBe(3);
    expect(new Set(desk.sent.map(({ text }) => text)).size).toBe(6);
  });

  test('stopping is silent and nothing is said after it', async () => {
    const log: string[] = [];
    const desk = fakeDesk();
    const simulator = start(desk, scripts('ambient', 4), log);
    await until(() => desk.sent.length > 3);
    await simulator.stop();
    const said = desk.sent.length;
    for (let turns = 0; turns < 200; turns++) await setImmediate();
    expect(desk.sent).toHaveLength(said);
    expect(log).toEqual([]);
  });
});
