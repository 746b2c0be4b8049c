import { AppError } from '@/lib/core/errors';
import type { Tx } from '@/lib/db/handle';
import { type Answer, findAnswer, type Keyed, keepAnswer, lockKey } from '@/lib/db/idempotency';
import type { Services } from './services';

/**
 * Does some work once for a key, in one transaction with the answer that is kept of it: whoever sends the key again, at the same time or
 * later, gets that answer and changes nothing. Work that is refused leaves nothing behind, so the key may be tried again.
 * Throws `unprocessable` when the key came before with another request.
 */
export const once = <A extends Answer>(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  keyed: Keyed,
  status: number,
  work: (tx: Tx) => Promise<A>,
): Promise<A> =>
  db.$transaction(async (tx) => {
    await lockKey(tx, keyed);
    const before = await findAnswer(tx, keyed, clock.now());
    if (before === null) {
      const answer = await work(tx);
      await keepAnswer(tx, keyed, { status, answer }, clock.now());
      return answer;
    }
    if (before.hash !== keyed.hash)
      throw new AppError('unprocessable', 'this key came before with another request', {
        userMessage: 'This Idempotency-Key came before with another request. Make up a new one.',
        problems: [{ path: 'header.Idempotency-Key', message: 'was used for another request' }],
      });
    return before.answer as A;
  });
