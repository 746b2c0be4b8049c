import { hashOf } from '@/lib/core/hash';
import { type AttemptLimit, countAttempt, forgetAttempts } from '@/lib/db/attempts';
import type { Services } from './services';

const QUARTER_HOUR = 900;
const PER_ACCOUNT: AttemptLimit = { name: 'sign-in:account', attempts: 10, seconds: QUARTER_HOUR };
const PER_ADDRESS: AttemptLimit = { name: 'sign-in:address', attempts: 60, seconds: QUARTER_HOUR };

const account = (email: string): string => hashOf(email.toLowerCase()).slice(0, 32);

/** Counts an attempt for the account and for the address it came from. Throws `rate_limited`. */
export const allowAttempt = async (db: Services['db'], email: string, address: string): Promise<void> => {
  await countAttempt(db, PER_ACCOUNT, account(email));
  await countAttempt(db, PER_ADDRESS, hashOf(address).slice(0, 32));
};

export const forgiveAttempts = (db: Services['db'], email: string): Promise<void> =>
  forgetAttempts(db, PER_ACCOUNT, account(email));
