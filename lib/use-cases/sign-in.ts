import { hash, verify } from '@node-rs/argon2';
import { HOUR } from '@/lib/core/clock';
import { createSession, findSession, findUserByEmail, revokeSession, touchSession } from '@/lib/db/users';
import type { UserActor } from '@/lib/domain/user';
import { services } from './services';
import { allowAttempt, forgiveAttempts } from './sign-in-limit';

/** A session ends after this whatever happens, and after the second without use. */
const ABSOLUTE_MS = 12 * HOUR;
const IDLE_MS = 4 * HOUR;
/** Its last use is written at most this often. */
const TOUCH_MS = 60_000;

let decoy: Promise<string> | undefined;

/**
 * Checks a password and opens a session; null when mail address or password is wrong, in the same time for both.
 * Throws `rate_limited` after too many attempts for an account or from an address.
 */
export const signIn = async (
  email: string,
  password: string,
  address: string,
): Promise<{ sessionId: string; name: string } | null> => {
  const { db, clock } = await services();
  await allowAttempt(db, email, address);
  // No database holds a NUL, so nobody has such an address.
  const user = email.includes('\0') ? null : await findUserByEmail(db, email);
  decoy ??= hash('no account has this password');
  const right = await verify(user?.passwordHash ?? (await decoy), password);
  if (!user || !right) return null;
  await forgiveAttempts(db, email);
  const now = clock.now();
  return {
    sessionId: await createSession(db, user.id, now, new Date(now.getTime() + ABSOLUTE_MS)),
    name: user.name,
  };
};

/** Who a session belongs to, looked up every time: a revoked session or a disabled user is out with the next request. */
export const actorOfSession = async (sessionId: string): Promise<UserActor | null> => {
  const { db, clock } = await services();
  const now = clock.now();
  const session = await findSession(db, sessionId, now, new Date(now.getTime() - IDLE_MS));
  if (!session) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > TOUCH_MS) await touchSession(db, session.id, now);
  return { kind: 'user', sessionId: session.id, ...session.user };
};

export const signOut = async (sessionId: string): Promise<void> => {
  const { db, clock } = await services();
  await revokeSession(db, sessionId, clock.now());
};
