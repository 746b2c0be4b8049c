import { isTaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';
import { FaultError } from '../openai/faults';

/** The call's answer, or the fault `timeout` after so many milliseconds, or `aborted` when its caller gives up. The call's own signal ends with either. */
export const inTime = async <T>(
  ms: number,
  signal: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  try {
    return await timeout(Math.max(1, ms), TimeoutStrategy.Aggressive).execute(
      (context) => call(context.signal),
      signal,
    );
  } catch (thrown) {
    if (!isTaskCancelledError(thrown)) throw thrown;
    const fault = signal?.aborted
      ? ({ kind: 'aborted', message: 'the caller gave up' } as const)
      : ({ kind: 'timeout', message: `no answer in ${Math.round(ms)} ms` } as const);
    throw new FaultError(fault);
  }
};
