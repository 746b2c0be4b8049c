import { cookies, headers } from 'next/headers';
import { getToken } from 'next-auth/jwt';
import type { UserActor } from '@/lib/domain/user';
import { env } from '@/lib/env';
import { actorOfSession } from '@/lib/use-cases/sign-in';

/** Who makes this request: the user of its session row, or null. */
export const currentUser = async (): Promise<UserActor | null> => {
  const jar = await cookies();
  const req = {
    cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
    headers: await headers(),
  };
  const token = await getToken({
    req: req as unknown as Parameters<typeof getToken>[0]['req'],
    secret: env().AUTH_SECRET ?? '',
  });
  return typeof token?.sessionId === 'string' ? actorOfSession(token.sessionId) : null;
};
