import { AppError } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import { findApiKey } from '@/lib/db/api-keys';
import type { Actor } from '@/lib/domain/user';
import { services } from '@/lib/use-cases/services';

const refused = (): AppError =>
  new AppError('unauthenticated', 'no valid API key', {
    userMessage: 'Send a valid key as `Authorization: Bearer <key>`.',
  });

/** Whose API key a request carries. Throws `unauthenticated` for a missing, wrong or revoked one. */
export const apiActor = async (request: Request): Promise<Actor> => {
  const [, key] = /^Bearer ([\w-]{20,200})$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!key) throw refused();
  const { db } = await services();
  const known = await findApiKey(db, hashOf(key));
  if (!known) throw refused();
  return { kind: 'service', id: known.id, name: known.name, scopes: known.scopes };
};
