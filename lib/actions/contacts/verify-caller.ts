import { toMinor } from '../../core/money';
import type { Verifiable } from '../systems/contacts';

/** What a caller said of themselves; null where they were not asked or did not know. */
export interface CallerSaid {
  fullName: string;
  accountNumber: string | null;
  /** In dollars. */
  lastBill: number | null;
  zip: string | null;
}

export interface Verification {
  nameMatches: boolean;
  /** How many of account number, last bill and service ZIP agree. Which ones is told to nobody: it would help to guess. */
  checksPassed: number;
}

/** Words of a name without case, accents and marks: "Renée O'Neil-Díaz" is renee, oneil, diaz. */
const wordsOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Both are known and equal. What an account has not got verifies nobody. */
const agree = (said: string, known: string): boolean => said !== '' && said === known;

/** Holds what a caller said against the account (docs/larkspur.md, "Accounts": full name, plus two of the others). Pure. */
export const verifyCaller = (said: CallerSaid, account: Verifiable): Verification => ({
  nameMatches: agree(wordsOf(said.fullName), wordsOf(account.name)),
  checksPassed: [
    agree(digitsOf(said.accountNumber ?? ''), digitsOf(account.accountNumber ?? '')),
    said.lastBill !== null && toMinor(said.lastBill) === account.lastBill,
    agree(digitsOf(said.zip ?? ''), digitsOf(account.zip ?? '')),
  ].filter(Boolean).length,
});
