import { randomInt } from 'node:crypto';
import { newId } from '@/lib/core/ids';
import { seededRandom } from '@/lib/core/random';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { SeedAccount } from '../accounts/account';
import { anchorAccount } from '../accounts/anchor-account';
import { Numbers } from '../accounts/numbers';
import type { CustomerFile } from '../files/customer-file';
import { storeAccounts } from '../store';

const PLAIN: CustomerFile = {
  name: 'Sam Ferreira',
  tier: 'standard',
  area: 'Alder Falls',
  tenure_months: 20,
  language: 'en',
  email: 'sam.ferreira@example.com',
  phone: '+14065550101',
  autopay: false,
  price_lock_months_left: 0,
  vulnerable: false,
  services: [{ kind: 'fiber', plan: 'Fiber 500' }],
  devices: [{ model: 'LF-400 gateway', age_months: 20, status: 'online' }],
  invoices: [],
  payments: [],
  orders: [],
  visits: [],
  credits: [],
  notes: [],
};

/**
 * A customer with an account, described as in customers.yaml; what is left out is a plain fiber customer's.
 * Mail address, telephone and numbers are unique to each call unless they are given.
 */
export const makeCustomer = async (
  prisma: PrismaClient,
  { now = new Date(), ...partial }: Partial<CustomerFile> & { now?: Date } = {},
): Promise<SeedAccount> => {
  const unique = newId('cus');
  const digits = String(randomInt(10_000_000)).padStart(7, '0');
  const file = { ...PLAIN, email: `${unique}@example.com`, phone: `+1406${digits}`, ...partial };
  const account = anchorAccount(unique, file, now, new Numbers(now, seededRandom(Number(digits)), []));
  account.customer.accountNumber = `LK-${digits}`;
  await prisma.$transaction((tx) => storeAccounts(tx, [account]));
  return account;
};
