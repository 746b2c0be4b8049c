import { AppError } from '@/lib/core/errors';

/** The AppError that some work was refused with; throws when it was not refused, or broke. */
export const refusal = async (work: Promise<unknown>): Promise<AppError> => {
  const thrown = await work.then(
    (value) => new Error(`not refused: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (thrown instanceof AppError) return thrown;
  throw thrown;
};

/** How many of some pieces of work were done, and the codes of those that were refused. Throws when one broke. */
export const outcomes = async (works: Promise<unknown>[]): Promise<{ done: number; refused: string[] }> => {
  const refused: string[] = [];
  for (const settled of await Promise.allSettled(works)) {
    if (settled.status === 'fulfilled') continue;
    if (!(settled.reason instanceof AppError)) throw settled.reason;
    refused.push(settled.reason.code);
  }
  return { done: works.length - refused.length, refused };
};
