import { MINUTE } from '@/lib/core/clock';
import { setQuietUntil } from '@/lib/db/users';
import type { UserActor } from '@/lib/domain/user';
import { services } from './services';

/** No offers on this person's screen for so many minutes; 0 brings them back. */
export const setQuiet = async (
  actor: UserActor,
  { body: { minutes } }: { body: { minutes: number } },
): Promise<{ ok: true }> => {
  const { db, clock } = await services();
  await setQuietUntil(
    db,
    actor.id,
    minutes === 0 ? null : new Date(clock.now().getTime() + minutes * MINUTE),
  );
  return { ok: true };
};
