import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import type { PolicySet } from '@/lib/policies/policy-set';
import { runPipeline } from './pipeline';
import { collect, cueIn, NEVER } from './testing/collect';
import { literalKnowledge, literalModels, OPINIONS } from './testing/literal-models';
import { inputOf, memoryOf, portsOf } from './testing/pipeline-case';

let policies: PolicySet;
beforeAll(async () => {
  policies = await loadPolicies('policies');
});

/** A gate that opens when `count` have come to it: whoever comes alone waits for ever. */
const meeting = (count: number) => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let here = 0;
  return async () => {
    here++;
    if (here === count) open();
    await opened;
  };
};

/** A value as a jsonb column gives it back: keys by length, then by letter. */
const asStored = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asStored);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, asStored(inner)]));
};

describe('the pipeline', () => {
  it('makes a cue of every kind, and says that it is done last', async () => {
    const events = await collect(inputOf(['why is my bill higher?']), portsOf(policies));
    const kinds = events.flatMap((event) => (event.type === 'cue' ? [event.payload.kind] : []));
    expect(kinds.toSorted()).toEqual(['escalation', 'handoff', 'passages', 'resolution', 'triage']);
    expect(kinds.slice(0, 3)).toEqual(['triage', 'passages', 'escalation']);
    expect(events.at(-1)).toMatchObject({
      type: 'done',
      triage: { intent: { id: 'billing.bill-explanation' } },
    });
  });

  it('runs triage and retrieval at the same time, and resolution and packing', async () => {
    const first = meeting(2);
    const second = meeting(2);
    const plain = literalModels();
    const models = literalModels(
      {},
      {
        triage: (...args) => first().then(() => plain.triage(...args)),
        draftResolution: (...args) => second().then(() => plain.draftResolution(...args)),
        summariseHandoff: (...args) => second().then(() => plain.summariseHandoff(...args)),
      },
    );
    const shelf = literalKnowledge();
    const knowledge: typeof shelf = {
      ...shelf,
      search: (...asked) => first().then(() => shelf.search(...asked)),
    };
    const events = await collect(
      inputOf(['why is my bill higher?']),
      portsOf(policies, models, { knowledge }),
    );
    expect(events.at(-1)?.type).toBe('done');
  });

  it('asks a model three times and the critical path is two of them', async () => {
    const models = literalModels();
    await collect(inputOf(['why is my bill higher?']), portsOf(policies, models));
    expect(models.calls[0]).toBe('triage');
    expect(models.calls.slice(1).toSorted()).toEqual(['draftResolution', 'summariseHandoff']);
  });

  it('stops where it is when it is aborted, with the reason, and asks nothing more', async () => {
    const superseded = new AbortController();
    const plain = literalModels();
    const models = literalModels(
      {},
      {
        triage: async (...args) => {
          const answer = await plain.triage(...args);
          superseded.abort(new Error('superseded'));
          return answer;
        },
      },
    );
    const memory = memoryOf();
    await expect(
      collect(inputOf(['why is my bill higher?']), portsOf(policies, models, { memory }), superseded.signal),
    ).rejects.toThrow('superseded');
    expect(models.calls).toEqual(['triage']);
    expect(memory.records.map(({ step }) => step)).not.toContain('triage');
  });

  it('hands the signal to every model call', async () => {
    const { signal } = new AbortController();
    const seen: AbortSignal[] = [];
    const plain = literalModels();
    const models = literalModels(
      {},
      {
        triage: (request, options) => {
          seen.push(options.signal);
          return plain.triage(request, options);
        },
        draftResolution: (request, options) => {
          seen.push(options.signal);
          return plain.draftResolution(request, options);
        },
        summariseHandoff: (request, options) => {
          seen.push(options.signal);
          return plain.summariseHandoff(request, options);
        },
      },
    );
    await collect(inputOf(['why is my bill higher?']), portsOf(policies, models), signal);
    expect(seen).toEqual([signal, signal, signal]);
  });

  it('recalls what was finished and asks no engine again, whatever step it broke off after', async () => {
    const memory = memoryOf();
    const input = inputOf(['why is my bill higher?', 'hello?', 'this is terrible']);
    const opinions = { mood: -0.5 };
    const first = await collect(input, portsOf(policies, literalModels(opinions), { memory }));
    expect(JSON.stringify(cueIn(first, 'escalation'))).toContain('sentiment-falling');
    const finished = memory.records.map((record) => ({ ...record, output: asStored(record.output) }));
    const asks: Record<string, string> = {
      triage: 'triage',
      resolve: 'draftResolution',
      pack: 'summariseHandoff',
    };
    for (let kept = 0; kept <= finished.length; kept++) {
      const models = literalModels(opinions);
      const again = await collect(
        input,
        portsOf(policies, models, { memory: memoryOf(finished.slice(0, kept)) }),
      );
      const left = finished.slice(kept).flatMap(({ step }) => asks[step] ?? []);
      expect(models.calls.toSorted(), `after ${kept} steps`).toEqual(left.toSorted());
      expect(cueIn(again, 'resolution')).toEqual(cueIn(first, 'resolution'));
    }
  });

  it('computes again what depends on something that changed', async () => {
    const memory = memoryOf();
    await collect(inputOf(['why is my bill higher?']), portsOf(policies, literalModels(), { memory }));
    const models = literalModels();
    const corrected = inputOf(['why is my bill higher?'], {
      overrides: { steps: {}, intent: 'billing.dispute-charge' },
    });
    const events = await collect(corrected, portsOf(policies, models, { memory }));
    expect(models.calls).toContain('draftResolution');
    expect(cueIn(events, 'triage').triage.intent).toMatchObject({
      id: 'billing.dispute-charge',
      confidence: 1,
    });
  });

  it('lets a reply through the guard repaired, and never as it was', async () => {
    const reply = 'Our plans are cheaper than Comcast. I can show you the options.';
    const models = literalModels({ resolution: { ...OPINIONS.resolution, reply } });
    const events = await collect(inputOf(['why is my bill higher?']), portsOf(policies, models));
    const { guard } = cueIn(events, 'resolution');
    expect(guard).toMatchObject({ verdict: 'repaired', text: 'I can show you the options.' });
    expect(guard?.findings.map(({ rule }) => rule)).toContain('competitor-comparison');
  });

  it('blocks a reply that only a person can put right', async () => {
    const models = literalModels({
      resolution: { ...OPINIONS.resolution, reply: 'You should sue the carrier.' },
    });
    const events = await collect(inputOf(['why is my bill higher?']), portsOf(policies, models));
    expect(cueIn(events, 'resolution').guard).toMatchObject({ verdict: 'blocked', text: null });
  });

  it('streams reply text in order, before the cue that holds it', async () => {
    const plain = literalModels();
    const models = literalModels(
      {},
      {
        draftResolution: async (request, options) => {
          for (const text of ['Thanks ', 'for ', 'wait', 'ing ', 'so long']) {
            options.onDelta?.(text);
            await sleep(50);
          }
          return plain.draftResolution(request, options);
        },
      },
    );
    const events = await collect(inputOf(['why is my bill higher?']), portsOf(policies, models));
    const deltas = events.flatMap((event) => (event.type === 'delta' ? [event.text] : []));
    expect(deltas).toEqual(['Thanks ', 'for ', 'waiting ', 'so ']);
    const shown = events.findIndex((event) => event.type === 'cue' && event.payload.kind === 'resolution');
    expect(events.findLastIndex((event) => event.type === 'delta')).toBeLessThan(shown);
  });

  it('throws what a step throws, after the cues that were ready', async () => {
    const models = literalModels({}, { summariseHandoff: () => Promise.reject(new Error('no answer')) });
    const kinds: string[] = [];
    const run = async () => {
      for await (const event of runPipeline(inputOf(['why is my bill?']), portsOf(policies, models), NEVER))
        if (event.type === 'cue') kinds.push(event.payload.kind);
    };
    await expect(run()).rejects.toThrow('no answer');
    expect(kinds.slice(0, 3)).toEqual(['triage', 'passages', 'escalation']);
  });
});

describe('a question that leaves for an embedding', () => {
  it('has nothing in it that says whose it is, wherever the customer wrote it', async () => {
    const asked: (string | undefined)[] = [];
    const knowledge = literalKnowledge();
    const search: typeof knowledge.search = (query, signal) => {
      asked.push(query.outgoing);
      return knowledge.search(query, signal);
    };
    const said = 'this is Sam Ferreira, write to sam@example.com why my bill is higher';
    await collect(
      inputOf([said]),
      portsOf(policies, literalModels(), { knowledge: { ...knowledge, search } }),
    );
    expect(asked[0]).toContain('my bill is higher');
    expect(asked[0]).not.toMatch(/Ferreira|sam@/u);
  });
});
