import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FaultMode } from '@/e2e/fixtures/model-server/modes';
import { type ModelServer, startModelServer } from '@/e2e/fixtures/model-server/server';
import { createOpenAiEngine, type RemoteEngine } from './engine';
import { FaultError } from './faults';
import { agentsPolicy, resolutionRequest, shippedPrompts, taxonomy, triageRequest } from './sample-requests';

const MODEL = 'gpt-4.1-mini';
const limits = { firstMs: 400, idleMs: 250, totalMs: 900 };
const signal = (): AbortSignal => new AbortController().signal;

let server: ModelServer;
let engine: RemoteEngine;

const start = async (options: Parameters<typeof startModelServer>[0] = {}): Promise<void> => {
  server = await startModelServer(options);
  engine = createOpenAiEngine({
    baseUrl: server.url,
    apiKey: 'test-key',
    defaultModel: null,
    agents: agentsPolicy(),
    prompts: await shippedPrompts(),
    taxonomy,
  });
};
beforeEach(() => start());
afterEach(() => server.close());

const REPAIRED: FaultMode[] = [
  'not-json',
  'wrong-shape',
  'extra-keys',
  'wrong-enum',
  'wrong-citation',
  'unknown-placeholder',
  'bad-utf8',
];
test.each(REPAIRED)('%s is repaired once, and the failed try is a hop', async (mode) => {
  server.setFaults([mode]);
  const { value, use } = await engine
    .withModel(MODEL)
    .draftResolution(resolutionRequest, { signal: signal() });
  expect(value.reply).toContain('business days');
  expect(use.hops).toHaveLength(1);
  expect(server.requests).toHaveLength(2);
  const messages = server.requests[1]?.body.messages as { role: string; content: string }[];
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  expect(messages[3]?.content).toContain(use.hops[0]?.fault);
});

test('a repair that fails too is the end of it, and both are paid', async () => {
  server.setFaults({ always: 'wrong-shape' });
  const thrown = await engine
    .withModel(MODEL)
    .triage(triageRequest, { signal: signal() })
    .catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(FaultError);
  expect(thrown).toMatchObject({ fault: { kind: 'wrong-shape' }, hops: [{ fault: 'wrong-shape' }] });
  expect(server.requests).toHaveLength(2);
  expect((thrown as FaultError).spent.tokensIn).toBeGreaterThan(server.requests[0]?.raw.length ? 100 : 0);
});

const FAULTY: [FaultMode, string][] = [
  ['429', 'rate-limited'],
  ['401', 'rejected'],
  ['404', 'rejected'],
  ['redirect', 'rejected'],
  ['500', 'server-error'],
  ['hang', 'timeout'],
  ['reset', 'connection'],
  ['html', 'not-json-response'],
  ['plain-text', 'not-json-response'],
  ['empty', 'empty'],
  ['null-content', 'empty'],
  ['refusal', 'refusal'],
  ['content-filter', 'content-filter'],
  ['truncated', 'truncated'],
  ['slow-drip', 'timeout'],
  ['stall', 'timeout'],
  ['garbage-chunk', 'not-json-response'],
  ['stream-error', 'server-error'],
  ['half-stream', 'connection'],
];
test.each(FAULTY)('%s is the fault %s', async (mode, kind) => {
  server.setFaults({ always: mode });
  const thrown = await engine
    .withModel(MODEL)
    .draftResolution(resolutionRequest, { signal: signal(), limits })
    .catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(FaultError);
  expect((thrown as FaultError).fault.kind).toBe(kind);
});

test.each<FaultMode>(['fenced', 'think-tag', 'duplicate-keys'])('%s is no fault', async (mode) => {
  server.setFaults({ always: mode });
  const deltas: string[] = [];
  const { value, use } = await engine
    .withModel(MODEL)
    .draftResolution(resolutionRequest, { signal: signal(), onDelta: (text) => deltas.push(text) });
  expect(use.hops).toEqual([]);
  expect(deltas.join('')).toBe(value.reply);
});

test('tokens are estimated where the endpoint counts none', async () => {
  server.setFaults({ always: 'stream-error' });
  const thrown = await engine
    .withModel(MODEL)
    .triage(triageRequest, { signal: signal() })
    .catch((error: unknown) => error);
  expect((thrown as FaultError).spent.tokensIn).toBeGreaterThan(100);
  expect((thrown as FaultError).spent.costMicros).toBeGreaterThan(0);
});

test('an abort ends the call, before and in the middle of it', async () => {
  const early = new AbortController();
  early.abort();
  await expect(engine.withModel(MODEL).triage(triageRequest, { signal: early.signal })).rejects.toMatchObject(
    { fault: { kind: 'aborted' } },
  );
  expect(server.requests).toHaveLength(0);
  server.setFaults({ always: 'slow-drip' });
  const late = new AbortController();
  const answer = engine.withModel(MODEL).draftResolution(resolutionRequest, { signal: late.signal });
  setTimeout(() => late.abort(), 150);
  await expect(answer).rejects.toMatchObject({ fault: { kind: 'aborted' } });
});
