import { randomInt } from 'node:crypto';
import { hashOf } from '@/lib/core/hash';
import { newId } from '@/lib/core/ids';
import type { ServiceScope } from '@/lib/domain/user';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A new API key: `cdk_` and 40 characters (238 random bits), and the row that knows only its SHA-256. */
export const newApiKey = (name: string, scopes: readonly ServiceScope[], now: Date) => {
  const key = `cdk_${Array.from({ length: 40 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`;
  return {
    key,
    row: { id: newId('apk', now.getTime()), name, hash: hashOf(key), scopes: [...scopes], createdAt: now },
  };
};
