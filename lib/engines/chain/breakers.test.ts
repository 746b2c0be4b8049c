import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { FaultError, type FaultKind } from '../openai/faults';
import { createBreakers } from './breakers';

const signal = new AbortController().signal;
const failing = (kind: FaultKind) => async (): Promise<never> => {
  throw new FaultError({ kind, message: '' });
};
const working = async (): Promise<string> => 'ok';
const settings = { consecutive_failures: 2, half_open_after_ms: 40 };

const outcome = async (work: Promise<string>): Promise<string> =>
  work.catch((thrown: FaultError) => thrown.fault.kind);

test('opens after failures in a row, for that endpoint and model alone', async () => {
  const breakers = createBreakers(settings);
  expect(await outcome(breakers.through('a', signal, failing('timeout')))).toBe('timeout');
  expect(await outcome(breakers.through('a', signal, failing('server-error')))).toBe('server-error');
  expect(await outcome(breakers.through('a', signal, working))).toBe('breaker-open');
  expect(await outcome(breakers.through('b', signal, working))).toBe('ok');
});

test('an answer in between starts the count anew, and faults of content do not count', async () => {
  const breakers = createBreakers(settings);
  for (const kind of ['timeout', 'refusal', 'wrong-meaning', 'aborted'] as const)
    await outcome(breakers.through('a', signal, failing(kind)));
  expect(await outcome(breakers.through('a', signal, working))).toBe('ok');
  await outcome(breakers.through('a', signal, failing('timeout')));
  expect(await outcome(breakers.through('a', signal, working))).toBe('ok');
});

test('after a rest one call tests the endpoint, and nobody waits for it', async () => {
  const breakers = createBreakers(settings);
  await outcome(breakers.through('a', signal, failing('timeout')));
  await outcome(breakers.through('a', signal, failing('timeout')));
  await sleep(60);
  const test = breakers.through('a', signal, () => sleep(20, 'ok'));
  expect(await outcome(breakers.through('a', signal, working))).toBe('breaker-open');
  expect(await test).toBe('ok');
  expect(await outcome(breakers.through('a', signal, working))).toBe('ok');
});

test.each<FaultKind>(['timeout', 'aborted'])('a test call that ends in %s leaves it open', async (kind) => {
  const breakers = createBreakers(settings);
  await outcome(breakers.through('a', signal, failing('timeout')));
  await outcome(breakers.through('a', signal, failing('timeout')));
  await sleep(60);
  expect(await outcome(breakers.through('a', signal, failing(kind)))).toBe(kind);
  expect(await outcome(breakers.through('a', signal, working))).toBe('breaker-open');
});
