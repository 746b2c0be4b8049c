import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import type { AddressKind } from '../systems/contacts';

const email = z.email();

const READ: Record<AddressKind, (written: string) => string | null> = {
  email: (written) => {
    const read = email.safeParse(written.trim().toLowerCase());
    return read.success ? read.data : null;
  },
  phone: (written) => {
    const read = parsePhoneNumberFromString(written, 'US');
    return read?.isPossible() ? read.number : null;
  },
};

export const WRONG: Record<AddressKind, string> = {
  email: 'This is no email address',
  phone: 'This is no telephone number',
};

/** An address as it is stored: mail in lower case, telephone in E.164 (a number without a country is American). Null when it is none. */
export const readAddress = (kind: AddressKind, written: string): string | null => READ[kind](written);
