import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awaitCues, percentile, summariseRuns } from './cue-report';
import { fakeDesk } from './fake-desk';
import type { RunReport } from './sender';

const run = (state: RunReport['state'], ms: number | null, cues = 5): RunReport => ({
  id: 'run',
  trigger: 'customer-turn',
  turnSeq: 1,
  state,
  acceptedAt: '2027-01-01T00:00:00.000Z',
  cues,
  finishedAt: ms === null ? null : new Date(Date.parse('2027-01-01T00:00:00.000Z') + ms).toISOString(),
});

describe('percentile', () => {
  test('nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
    expect([0.5, 0.95, 0.99].map((share) => percentile(hundred, share))).toEqual([50, 95, 99]);
    expect(percentile([7], 0.5)).toBe(7);
  });

  test('is one of the values, and so many are not above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (values, share) => {
          const sorted = values.sort((a, b) => a - b);
          const found = percentile(sorted, share);
          expect(sorted).toContain(found);
          expect(sorted.filter((value) => value <= found).length).toBeGreaterThanOrEqual(
            share * sorted.length,
          );
        },
      ),
    );
  });
});

describe('summariseRuns', () => {
  test('counts states and cues; latency is of runs that stored cues', () => {
    const report = summariseRuns(
      [
        [run('superseded', 90, 0), run('done', 200)],
        [run('done', 400), run('failed', 50, 0)],
      ],
      0,
    );
    expect(report).toEqual({
      conversations: 2,
      runs: { superseded: 1, done: 2, failed: 1 },
      cues: 10,
      latency: { p50: 200, p95: 400, p99: 400 },
      unfinished: 0,
    });
    expect(summariseRuns([], 0).latency).toBeNull();
  });
});

describe('awaitCues', () => {
  const waitFor = async (answers: RunReport[][]) => {
    let now = 0;
    let asked = 0;
    const runsOf = async () => ({
      ok: true as const,
      value: answers[Math.min(asked++, answers.length - 1)] ?? [],
    });
    const report = await awaitCues(['cnv_1'], {
      sender: { ...fakeDesk().sender, runsOf },
      signal: new AbortController().signal,
      timeoutMs: 10_000,
      now: () => now,
      concurrency: 2,
      sleep: async (ms) => {
        now += ms;
      },
    });
    return { report, asked };
  };

  test('waits until no run is queued or running', async () => {
    const { report, asked } = await waitFor([
      [],
      [run('queued', null, 0)],
      [run('running', null, 0)],
      [run('done', 300)],
    ]);
    expect(asked).toBe(4);
    expect(report).toMatchObject({ runs: { done: 1 }, cues: 5, unfinished: 0 });
  });

  test('gives up when the time is up, and says so', async () => {
    const { report } = await waitFor([[run('running', null, 0)]]);
    expect(report).toMatchObject({ runs: { running: 1 }, unfinished: 1, latency: null });
  });
});
