import type { Limits } from '../openai/watch';

/** An answer, and a run of several that wait for each other, is there within this many milliseconds, faults included. */
export const DEADLINE_MS = 2_800;
/** Kept back from models, so that the local engine and the event loop have theirs. */
export const LOCAL_MS = 300;
/** Too little for any model; a try that would get less is not made. */
export const LEAST_MS = 120;

/** A stream that says nothing for this long has stopped. */
const IDLE_MS = 800;
/** The share of the time left that a model gets to begin its answer while another one stands behind it. */
const FIRST_SHARE = 0.6;

/** Milliseconds that all models of a role have together. */
export const remoteMs = (timeoutMs: number, deadlineMs: number): number =>
  Math.max(0, Math.min(timeoutMs, deadlineMs - Math.min(LOCAL_MS, deadlineMs / 4)));

/** What one try may take: an answer that flows may use all that is left, one that does not begin leaves room for the next model. */
export const limitsFor = (leftMs: number, modelsBehind: number): Limits => {
  const firstMs = modelsBehind > 0 ? leftMs * FIRST_SHARE : leftMs;
  return { firstMs, idleMs: Math.min(IDLE_MS, firstMs), totalMs: leftMs };
};
