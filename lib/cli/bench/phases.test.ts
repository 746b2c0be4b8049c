import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phasesOf } from './phases';

const ms = fc.integer({ min: 0, max: 5000 });

describe('phasesOf', () => {
  it('splits a turn where it was accepted, claimed, worked on and told', () => {
    const lap = { runId: 'run_1', began: 1000, acceptMs: 12, totalMs: 60 };
    const steps = [
      { step: 'triage' as const, at: 1030, latencyMs: 8 },
      { step: 'retrieve' as const, at: 1026, latencyMs: 3 },
      { step: 'pack' as const, at: 1038, latencyMs: 2 },
    ];
    expect(phasesOf(lap, { started: 1015, steps })).toEqual({
      accept: 12,
      queue: 3,
      load: 7,
      steps: 16,
      'store and push': 22,
    });
  });

  it('has phases that add up to the whole', () => {
    fc.assert(
      fc.property(ms, ms, ms, ms, ms, (acceptMs, queue, load, latencyMs, rest) => {
        const started = 1000 + acceptMs + queue;
        const at = started + load + latencyMs;
        const totalMs = at + rest - 1000;
        const phases = phasesOf(
          { runId: 'run_1', began: 1000, acceptMs, totalMs },
          { started, steps: [{ step: 'triage', at, latencyMs }] },
        );
        expect(Object.values(phases).reduce((sum, phase) => sum + phase, 0)).toBe(totalMs);
      }),
    );
  });
});
