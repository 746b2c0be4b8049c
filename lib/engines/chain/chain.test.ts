import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { FAULT_MODES, type FaultMode } from '@/e2e/fixtures/model-server/modes';
import { type ModelServer, startModelServer } from '@/e2e/fixtures/model-server/server';
import type { ModelPorts } from '@/lib/assist/ports';
import { systemClock } from '@/lib/core/clock';
import { createOpenAiEngine } from '../openai/engine';
import { FAULT_KINDS } from '../openai/faults';
import {
  agentsPolicy,
  literalPorts,
  resolutionRequest,
  shippedPrompts,
  taxonomy,
  triageRequest,
} from '../openai/sample-requests';
import { loadTokenizer } from '../openai/tokens';
import { createBreakers } from './breakers';
import type { BudgetPort, Spending } from './budget';
import { createChain } from './chain';
import type { ChainSettings } from './settings';

const signal = (): AbortSignal => new AbortController().signal;
const FIRST = 'gpt-4.1-mini';
const SECOND = 'gpt-4.1-nano';

// Loading it takes a moment of the first test's time, which is its pass rule.
beforeAll(async () => {
  await loadTokenizer();
});

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
});
afterEach(() => server.close());

interface Ledger extends BudgetPort {
  lines: Spending[];
}
const ledger = (spent: { organisation?: number; user?: number } = {}): Ledger => {
  const lines: Spending[] = [];
  return { lines, spent: async ({ of }) => spent[of] ?? 0, record: async (line) => void lines.push(line) };
};

const chain = async (over: Partial<ChainSettings> = {}): Promise<ModelPorts> => {
  const agents = over.agents ?? agentsPolicy();
  const remote = createOpenAiEngine({
    baseUrl: server.url,
    apiKey: 'k',
    defaultModel: null,
    agents,
    prompts: await shippedPrompts(),
    taxonomy,
  });
  return createChain({
    agents,
    local: literalPorts,
    remote,
    breakers: createBreakers(agents.breaker),
    budget: ledger(),
    userId: 'usr_1',
    clock: systemClock,
    deadlineMs: 900,
    report: () => undefined,
    ...over,
  });
};

const HARMLESS = new Set<FaultMode>(['fenced', 'think-tag', 'duplicate-keys']);
const BROKEN = FAULT_MODES.filter((mode) => !HARMLESS.has(mode));

// The time of a test is its pass rule: an answer in under three seconds whatever the endpoint does.
test.each(BROKEN)('%s: typed hops and the local answer', { timeout: 3_000 }, async (mode) => {
  server.setFaults({ always: mode });
  const { value, use } = await (await chain()).draftResolution(resolutionRequest, { signal: signal() });
  expect(value.reply).toBe('From the local engine.');
  expect(use.engine).toBe('local');
  expect(use.hops.length).toBeGreaterThan(0);
  for (const hop of use.hops) {
    expect(hop.engine).toBe(`openai:${FIRST}`);
    expect(FAULT_KINDS).toContain(hop.fault);
    expect(hop.latencyMs).toBeGreaterThanOrEqual(0);
  }
});

test.each(BROKEN)(
  '%s: the fallback model answers when only the first model is ill',
  { timeout: 3_000 },
  async (mode) => {
    server.setFaults({ byModel: { [FIRST]: mode } });
    const ports = await chain({ agents: agentsPolicy({ fallback: [SECOND] }), deadlineMs: 2_400 });
    const { use } = await ports.draftResolution(resolutionRequest, { signal: signal() });
    // A stream that drips all the time there is leaves none for another model.
    const answered = mode === 'slow-drip' ? 'local' : `openai:${SECOND}`;
    expect(use.engine).toBe(answered);
    expect(use.hops.every(({ engine }) => engine === `openai:${FIRST}`)).toBe(true);
  },
);

test('the default deadline holds for an endpoint that hangs', { timeout: 3_000 }, async () => {
  server.setFaults({ always: 'hang' });
  const ports = await chain({
    agents: agentsPolicy({ fallback: [SECOND], timeoutMs: 60_000 }),
    deadlineMs: undefined,
  });
  const { use } = await ports.triage(triageRequest, { signal: signal() });
  expect(use.engine).toBe('local');
  expect(use.hops.map(({ fault }) => fault)).toEqual(['timeout', 'timeout']);
});

test('calls that wait for each other share one deadline', { timeout: 3_000 }, async () => {
  server.setFaults({ always: 'hang' });
  const ports = await chain({ deadlineMs: undefined, until: performance.now() + 2_000 });
  const { use: first } = await ports.triage(triageRequest, { signal: signal() });
  const { use: second } = await ports.draftResolution(resolutionRequest, { signal: signal() });
  const hops = [...first.hops, ...second.hops];
  expect(hops.map(({ fault }) => fault)).toEqual(['timeout', 'timeout']);
  expect(hops.reduce((sum, { latencyMs }) => sum + latencyMs, 0)).toBeLessThanOrEqual(2_000);
});

test('when the time is over no model is asked, and the hop says so', async () => {
  const ports = await chain({ until: performance.now() });
  const { use } = await ports.triage(triageRequest, { signal: signal() });
  expect(use).toMatchObject({ engine: 'local', hops: [{ fault: 'timeout', latencyMs: 0 }] });
  expect(server.requests).toHaveLength(0);
});

test('a model that works answers, and is paid for', async () => {
  const budget = ledger();
  const { use } = await (await chain({ budget })).triage(triageRequest, { signal: signal() });
  expect(use).toMatchObject({ engine: `openai:${FIRST}`, hops: [] });
  expect(budget.lines).toEqual([
    {
      engine: use.engine,
      userId: 'usr_1',
      day: new Date().toISOString().slice(0, 10),
      tokensIn: use.tokensIn,
      tokensOut: use.tokensOut,
      costMicros: use.costMicros,
    },
  ]);
});

test.each<FaultMode>(['429', '429-retry-after', '500', 'reset'])('%s once is tried again', async (mode) => {
  server.setFaults([mode]);
  const { use } = await (await chain()).triage(triageRequest, { signal: signal() });
  expect(use.engine).toBe(`openai:${FIRST}`);
  expect(use.hops).toHaveLength(1);
  expect(server.requests).toHaveLength(2);
});

test('an endpoint that wants to be left alone for long is left alone', async () => {
  server.setFaults(['429-long-retry-after']);
  const { use } = await (await chain()).triage(triageRequest, { signal: signal() });
  expect(use.engine).toBe('local');
  expect(use.hops).toMatchObject([{ fault: 'rate-limited' }]);
  expect(server.requests).toHaveLength(1);
});

test('what failed tries cost is part of the price', async () => {
  server.setFaults({ byModel: { [FIRST]: 'refusal' } });
  const budget = ledger();
  const { use } = await (await chain({ budget, agents: agentsPolicy({ fallback: [SECOND] }) })).triage(
    triageRequest,
    { signal: signal() },
  );
  expect(budget.lines.map(({ engine }) => engine)).toEqual([`openai:${FIRST}`, `openai:${SECOND}`]);
  expect(use.costMicros).toBe(budget.lines.reduce((sum, line) => sum + (line.costMicros ?? Number.NaN), 0));
  expect(use.tokensIn).toBe(budget.lines.reduce((sum, line) => sum + line.tokensIn, 0));
});

test.each([
  ['the organisation', { organisation: 50_000_000 }],
  ['the user', { user: 5_000_000 }],
])('when %s has spent its money the local engine answers', async (_who, spent) => {
  const { use } = await (await chain({ budget: ledger(spent) })).triage(triageRequest, { signal: signal() });
  expect(use).toMatchObject({ engine: 'local', hops: [{ engine: `openai:${FIRST}`, fault: 'budget' }] });
  expect(server.requests).toHaveLength(0);
});

test('a budget that cannot be read is reported and counts as spent; one that cannot be written costs nothing', async () => {
  const report = vi.fn();
  const away = async (): Promise<never> => Promise.reject(new Error('no database'));
  const unread = await chain({ budget: { spent: away, record: away }, report });
  expect((await unread.triage(triageRequest, { signal: signal() })).use.hops).toMatchObject([
    { fault: 'budget' },
  ]);
  const unwritten = await chain({ budget: { ...ledger(), record: away }, report });
  expect((await unwritten.triage(triageRequest, { signal: signal() })).use.engine).toBe(`openai:${FIRST}`);
  expect(report).toHaveBeenCalledTimes(2);
});

test('no endpoint, a local role, or no model: the local engine answers and nothing failed', async () => {
  const agents = agentsPolicy();
  const localRole = {
    ...agents,
    roles: { ...agents.roles, triage: { ...agents.roles.triage, engine: 'local' as const } },
  };
  for (const over of [{ remote: null }, { agents: localRole }, { agents: agentsPolicy({ model: null }) }]) {
    const { use } = await (await chain(over)).triage(triageRequest, { signal: signal() });
    expect(use).toMatchObject({ engine: 'local', hops: [] });
  }
  expect(server.requests).toHaveLength(0);
});

test('an abort rejects with AbortError and is answered by nobody', async () => {
  server.setFaults({ always: 'hang' });
  const triage = vi.fn(literalPorts.triage);
  const ports = await chain({ local: { ...literalPorts, triage } });
  const controller = new AbortController();
  const answer = ports.triage(triageRequest, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error('superseded')), 100);
  await expect(answer).rejects.toMatchObject({ name: 'AbortError', cause: { message: 'superseded' } });
  await expect(ports.triage(triageRequest, { signal: controller.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(triage).not.toHaveBeenCalled();
});

test('an abort does not wait for an engine that ignores it', async () => {
  const deaf: ModelPorts = { ...literalPorts, triage: () => new Promise(() => undefined) };
  const controller = new AbortController();
  const answer = (await chain({ remote: null, local: deaf })).triage(triageRequest, {
    signal: controller.signal,
  });
  controller.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});

test('after a stream that broke, nobody else is heard', async () => {
  server.setFaults({ byModel: { [FIRST]: 'half-stream' } });
  const deltas: string[] = [];
  const agents = agentsPolicy({ fallback: [SECOND] });
  const ports = await chain({ agents, deadlineMs: 2_400 });
  const { value, use } = await ports.draftResolution(resolutionRequest, {
    signal: signal(),
    onDelta: (text) => deltas.push(text),
  });
  expect(use.engine).toBe(`openai:${SECOND}`);
  expect(value.reply.startsWith(deltas.join(''))).toBe(true);
  expect(deltas.join('').length).toBeLessThan(value.reply.length);
});

test('an engine that throws what it should not is a fault, and is reported', async () => {
  const report = vi.fn();
  const broken = async (): Promise<never> => Promise.reject(new TypeError('a bug'));
  const ports = {
    triage: broken,
    draftResolution: broken,
    summariseHandoff: broken,
    summariseWrapUp: broken,
  };
  const remote = {
    endpoint: 'x',
    defaultModel: null,
    nameOf: (model: string) => model,
    withModel: () => ports,
  };
  const { use } = await (await chain({ remote, report })).triage(triageRequest, { signal: signal() });
  expect(use).toMatchObject({
    engine: 'local',
    hops: [{ fault: 'server-error' }, { fault: 'server-error' }],
  });
  expect(report).toHaveBeenCalled();
});
