import type { Account } from '../domain/customer';
import type { KnownValue } from './vault';

/** What of an account says who its customer is: it leaves the machine in no text, whatever it looks like there. */
export const personalValues = ({
  name,
  email,
  phone,
  accountNumber,
}: Pick<Account['customer'], 'name' | 'email' | 'phone' | 'accountNumber'>): KnownValue[] => [
  { type: 'person', value: name },
  ...(email ? [{ type: 'email' as const, value: email }] : []),
  ...(phone ? [{ type: 'phone' as const, value: phone }] : []),
  ...(accountNumber ? [{ type: 'account_number' as const, value: accountNumber }] : []),
];
