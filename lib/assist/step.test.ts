import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RULES } from '@/lib/domain/run';
import { loadPolicies } from '@/lib/policies/load';
import { runStep, type Step } from './step';
import { literalModels } from './testing/literal-models';
import { memoryOf, portsOf } from './testing/pipeline-case';

const policies = await loadPolicies('policies');
const { signal } = new AbortController();
const schema = z.object({ n: z.int() });

const doubling = (
  run: (n: number) => number = (n) => 2 * n,
): Step<typeof schema, typeof schema> & { runs: number } => {
  const step = {
    id: 'escalate' as const,
    input: schema,
    output: schema,
    runs: 0,
    run: async ({ n }: { n: number }) => {
      step.runs++;
      return { value: { n: run(n) }, use: RULES };
    },
  };
  return step;
};

describe('a step', () => {
  it('runs once per input, and is remembered with what it took', async () => {
    const memory = memoryOf();
    const ports = portsOf(policies, literalModels(), { memory });
    const step = doubling();
    const values = [
      await runStep(step, { n: 2 }, ports, { signal }),
      await runStep(step, { n: 2 }, ports, { signal }),
      await runStep(step, { n: 3 }, ports, { signal }),
    ];
    expect(values.map(({ value }) => value.n)).toEqual([4, 4, 6]);
    expect(step.runs).toBe(2);
    expect(memory.records).toMatchObject([
      { step: 'escalate', output: { n: 4 }, use: RULES },
      { output: { n: 6 } },
    ]);
  });

  it('takes and gives only what its schemas say', async () => {
    const ports = portsOf(policies);
    await expect(runStep(doubling(), { n: 1.5 }, ports, { signal })).rejects.toBeInstanceOf(z.ZodError);
    await expect(
      runStep(
        doubling(() => Number.NaN),
        { n: 1 },
        ports,
        { signal },
      ),
    ).rejects.toBeInstanceOf(z.ZodError);
  });

  it('checks again what memory holds, because another version may have stored it', async () => {
    const memory = memoryOf();
    const ports = portsOf(policies, literalModels(), { memory });
    await runStep(doubling(), { n: 1 }, ports, { signal });
    for (const record of memory.records) record.output = { n: 'two' };
    await expect(runStep(doubling(), { n: 1 }, ports, { signal })).rejects.toBeInstanceOf(z.ZodError);
  });

  it('does not begin when it was aborted, and is not remembered when it was while it ran', async () => {
    const stop = new AbortController();
    const memory = memoryOf();
    const ports = portsOf(policies, literalModels(), { memory });
    const step = doubling((n) => {
      stop.abort(new Error('superseded'));
      return n;
    });
    await expect(runStep(step, { n: 1 }, ports, { signal: stop.signal })).rejects.toThrow('superseded');
    await expect(runStep(step, { n: 1 }, ports, { signal: stop.signal })).rejects.toThrow('superseded');
    expect(step.runs).toBe(1);
    expect(memory.records).toEqual([]);
  });
});
