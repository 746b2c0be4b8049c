import { newId } from '../core/ids';
import type { Role } from '../domain/user';
import type { Db } from './handle';

export interface StoredUser {
  id: string;
  name: string;
  role: Role;
  teamId: string;
  passwordHash: string;
}

/** An enabled user by mail address, case ignored; null otherwise. */
export const findUserByEmail = async (db: Db, email: string): Promise<StoredUser | null> =>
  db.user.findFirst({
    where: { email: email.toLowerCase(), disabledAt: null },
    select: { id: true, name: true, role: true, teamId: true, passwordHash: true },
  });

export const createSession = async (db: Db, userId: string, now: Date, expiresAt: Date): Promise<string> => {
  const id = newId('ses');
  await db.session.create({ data: { id, userId, createdAt: now, lastSeenAt: now, expiresAt } });
  return id;
};

export interface LiveSession {
  id: string;
  lastSeenAt: Date;
  user: { id: string; name: string; role: Role; teamId: string };
}

/** A session that was not revoked, has not expired, was used since `idleSince`, and whose user is enabled. */
export const findSession = async (
  db: Db,
  id: string,
  now: Date,
  idleSince: Date,
): Promise<LiveSession | null> =>
  db.session.findFirst({
    where: {
      id,
      revokedAt: null,
      expiresAt: { gt: now },
      lastSeenAt: { gt: idleSince },
      user: { disabledAt: null },
    },
    select: {
      id: true,
      lastSeenAt: true,
      user: { select: { id: true, name: true, role: true, teamId: true } },
    },
  });

export const touchSession = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
};

export const revokeSession = async (db: Db, id: string, now: Date): Promise<void> => {
  await db.session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: now } });
};

/** Who an enabled user is as far as limits go; null when they are gone or disabled. */
export const findColleague = async (
  db: Db,
  id: string,
): Promise<{ kind: 'user'; id: string; name: string; role: Role } | null> => {
  const user = await db.user.findFirst({
    where: { id, disabledAt: null },
    select: { id: true, name: true, role: true },
  });
  return user && { kind: 'user', ...user };
};

/** What the interruption budget of somebody goes by. */
export const repFigures = async (
  db: Db,
  id: string,
): Promise<{ since: string | null; quietUntil: Date | null }> => {
  const user = await db.user.findUnique({ where: { id }, select: { createdAt: true, quietUntil: true } });
  return { since: user?.createdAt.toISOString() ?? null, quietUntil: user?.quietUntil ?? null };
};

/** Null brings offers back. */
export const setQuietUntil = async (db: Db, id: string, until: Date | null): Promise<void> => {
  await db.user.update({ where: { id }, data: { quietUntil: until } });
};
