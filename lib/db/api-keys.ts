import type { ServiceScope } from '../domain/user';
import type { Db } from './handle';

export interface StoredApiKey {
  id: string;
  name: string;
  scopes: ServiceScope[];
}

/** A key that was not revoked, by the SHA-256 of what the caller sent. */
export const findApiKey = async (db: Db, hash: string): Promise<StoredApiKey | null> => {
  const row = await db.apiKey.findFirst({
    where: { hash, revokedAt: null },
    select: { id: true, name: true, scopes: true },
  });
  return row && { ...row, scopes: row.scopes as ServiceScope[] };
};
