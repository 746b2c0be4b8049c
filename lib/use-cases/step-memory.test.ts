import { describe, expect, it } from 'vitest';
import { RULES, type StepRecord } from '@/lib/domain/run';
import { createStepMemory } from './step-memory';

const record = (step: StepRecord['step']): StepRecord => ({
  step,
  inputHash: step,
  output: {},
  use: RULES,
  latencyMs: 1,
  at: new Date(0).toISOString(),
});

describe('step memory', () => {
  it('stores every finished step once, those that finish soon after each other together, and hands over the last', async () => {
    const writes: string[][] = [];
    const memory = createStepMemory([], async (steps) => {
      writes.push(steps.map((step) => step.step));
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    memory.remember(record('triage'));
    memory.remember(record('retrieve'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(writes).toEqual([['triage', 'retrieve']]);
    memory.remember(record('escalate'));
    expect(await memory.unstored()).toEqual([record('escalate')]);
    expect(await memory.unstored()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(writes).toEqual([['triage', 'retrieve']]);
  });

  it('recalls what an earlier worker stored', () => {
    const memory = createStepMemory([record('triage')], async () => undefined);
    expect(memory.recall('triage', 'triage')).toMatchObject({ step: 'triage' });
    expect(memory.recall('triage', 'other')).toBeUndefined();
  });

  it('tells whoever stores the run that a write failed, however early it did', async () => {
    const memory = createStepMemory([], () => Promise.reject(new Error('disk full')));
    memory.remember(record('triage'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(memory.unstored()).rejects.toThrow('disk full');
  });
});
