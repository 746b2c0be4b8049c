/** What a caller gets who gave up; its name is that of the platform's own abort errors. */
export class AbortedError extends Error {
  override readonly name = 'AbortError';
}

export const abortedBy = (signal: AbortSignal): AbortedError =>
  new AbortedError('the caller gave up', { cause: signal.reason });

/** The promise, or AbortedError the moment its caller gives up, however long the work itself goes on. */
export const untilAborted = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> => {
  if (signal.aborted) {
    work.catch(() => undefined);
    return Promise.reject(abortedBy(signal));
  }
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortedBy(signal));
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
};
