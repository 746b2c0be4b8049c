import type { Fault } from './faults';

/** How long a call may take, in milliseconds: to the first word of its answer, between two pieces of it, and as a whole. */
export interface Limits {
  firstMs: number;
  idleMs: number;
  totalMs: number;
}

export interface Watch {
  controller: AbortController;
  /** A piece of the answer arrived; a sign of life without words does not count. */
  beat(): void;
  /** Why the call was stopped; null while nothing stopped it. */
  verdict(): Fault | null;
  close(): void;
}

/** Stops a call that its caller gave up, that never began, that went quiet, or that took too long. */
export const watch = (signal: AbortSignal, limits: Limits): Watch => {
  const controller = new AbortController();
  let verdict: Fault | null = null;
  const stop = (fault: Fault): void => {
    verdict ??= fault;
    controller.abort();
  };
  const onAbort = (): void => stop({ kind: 'aborted', message: 'the caller gave up' });
  const late = (ms: number, message: string): NodeJS.Timeout =>
    setTimeout(() => stop({ kind: 'timeout', message }), ms);

  const total = late(limits.totalMs, `no whole answer in ${Math.round(limits.totalMs)} ms`);
  let quiet = late(limits.firstMs, `no answer began in ${Math.round(limits.firstMs)} ms`);
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });

  return {
    controller,
    beat: () => {
      clearTimeout(quiet);
      quiet = late(limits.idleMs, `nothing for ${Math.round(limits.idleMs)} ms`);
    },
    verdict: () => verdict,
    close: () => {
      clearTimeout(total);
      clearTimeout(quiet);
      signal.removeEventListener('abort', onAbort);
    },
  };
};
