import { DelegateBackoff, handleWhen, type IRetryBackoffContext, retry } from 'cockatiel';
import { FAULTS, FaultError } from '../openai/faults';
import type { Limits } from '../openai/watch';
import type { Breakers } from './breakers';
import { LEAST_MS, limitsFor } from './deadline';
import { inTime } from './in-time';

/** The longest wait an endpoint may ask for and still be tried again. */
const LONGEST_WAIT_MS = 1_000;
/** Before a second try when the endpoint named no time, so that a restarting server is not hit at once. */
const PAUSE_MS = 60;
/** The engine keeps its own time; the chain's watch is for one that does not. */
const GRACE_MS = 40;

export interface Attempt<T> {
  /** Names the circuit: endpoint and model. */
  key: string;
  breakers: Breakers;
  signal: AbortSignal;
  modelsBehind: number;
  /** Milliseconds left for all models. */
  leftMs(): number;
  call(signal: AbortSignal, limits: Limits): Promise<T>;
  /** Every try that gave no answer, as it fails. */
  onFault(fault: FaultError, latencyMs: number): void;
}

/** One model: its circuit, its time, and one more try where a second one can help and there is time for it. Throws FaultError. */
export const attempt = <T>({
  key,
  breakers,
  signal,
  modelsBehind,
  leftMs,
  call,
  onFault,
}: Attempt<T>): Promise<T> => {
  const mayRetry = (thrown: unknown): boolean =>
    thrown instanceof FaultError &&
    FAULTS[thrown.fault.kind].retry &&
    waitOf(thrown) <= LONGEST_WAIT_MS &&
    waitOf(thrown) + LEAST_MS < leftMs();
  const pause = new DelegateBackoff<IRetryBackoffContext<unknown>>(({ result }) =>
    'error' in result && result.error instanceof FaultError ? waitOf(result.error) : PAUSE_MS,
  );

  return retry(handleWhen(mayRetry), { maxAttempts: 1, backoff: pause }).execute(async () => {
    const started = performance.now();
    const limits = limitsFor(leftMs(), modelsBehind);
    try {
      return await breakers.through(key, signal, () =>
        inTime(limits.totalMs + GRACE_MS, signal, (within) => call(within, limits)),
      );
    } catch (thrown) {
      const fault =
        thrown instanceof FaultError
          ? thrown
          : new FaultError({ kind: 'server-error', message: 'the engine failed' }, { cause: thrown });
      onFault(fault, performance.now() - started);
      throw fault;
    }
  }, signal);
};

const waitOf = ({ fault }: FaultError): number => fault.retryAfterMs ?? PAUSE_MS;
