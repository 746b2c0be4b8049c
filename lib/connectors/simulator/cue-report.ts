import type { RunReport, Sender } from './sender';
import type { Sleep } from './timing';

export interface CueReport {
  conversations: number;
  runs: Record<string, number>;
  cues: number;
  /** Milliseconds from the acceptance of a message to its cues being stored, over the runs that stored some; null without any. */
  latency: { p50: number; p95: number; p99: number } | null;
  /** Conversations whose runs were still going when the time was up, or could not be read. */
  unfinished: number;
}

interface Waiting {
  sender: Sender;
  sleep: Sleep;
  signal: AbortSignal;
  timeoutMs: number;
  now: () => number;
  concurrency: number;
}

const POLL_MS = 1_000;

/** Nearest rank: the smallest value that at least `share` of the values do not exceed. `sorted` is ascending and not empty. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

const isOver = (runs: RunReport[]): boolean =>
  runs.length > 0 && runs.every(({ state }) => state !== 'queued' && state !== 'running');

const latencyOf = ({ state, acceptedAt, finishedAt, cues }: RunReport): number[] =>
  state === 'done' && finishedAt !== null && cues > 0
    ? [Date.parse(finishedAt) - Date.parse(acceptedAt)]
    : [];

export const summariseRuns = (byConversation: RunReport[][], unfinished: number): CueReport => {
  const runs = byConversation.flat();
  const states: Record<string, number> = {};
  for (const { state } of runs) states[state] = (states[state] ?? 0) + 1;
  const latencies = runs.flatMap(latencyOf).sort((a, b) => a - b);
  return {
    conversations: byConversation.length,
    runs: states,
    cues: runs.reduce((sum, run) => sum + run.cues, 0),
    latency:
      latencies.length === 0
        ? null
        : {
            p50: percentile(latencies, 0.5),
            p95: percentile(latencies, 0.95),
            p99: percentile(latencies, 0.99),
          },
    unfinished,
  };
};

/** Waits until no run of these conversations is queued or running, or the time is up, and sums up what they gave. */
export const awaitCues = async (
  conversationIds: readonly string[],
  { sender, sleep, signal, timeoutMs, now, concurrency }: Waiting,
): Promise<CueReport> => {
  const deadline = now() + timeoutMs;
  const queue = [...conversationIds];
  const settled: RunReport[][] = [];
  let unfinished = 0;
  const worker = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (;;) {
        const result = await sender.runsOf(id, signal);
        const over = result.ok && isOver(result.value);
        if (over || !result.ok || now() >= deadline) {
          settled.push(result.ok ? result.value : []);
          if (!over) unfinished += 1;
          break;
        }
        await sleep(POLL_MS, signal);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, conversationIds.length) }, worker));
  return summariseRuns(settled, unfinished);
};
