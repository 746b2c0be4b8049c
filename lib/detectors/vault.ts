import type { PiiType } from './pii';

const LABELS: Record<PiiType | 'literal', string> = {
  email: 'EMAIL',
  phone: 'PHONE',
  credit_card: 'CARD',
  iban: 'IBAN',
  ssn: 'SSN',
  ip: 'IP',
  zip: 'ZIP',
  person: 'NAME',
  address: 'ADDRESS',
  account_number: 'ACCOUNT',
  literal: 'TEXT',
};

/** The shape of a placeholder, and the longest one can get. */
export const PLACEHOLDER = /\[(?:EMAIL|PHONE|CARD|IBAN|SSN|IP|ZIP|NAME|ADDRESS|ACCOUNT|TEXT)_\d{1,5}\]/g;
export const PLACEHOLDER_LIMIT = '[ACCOUNT_99999]'.length;

/** A value that is redacted wherever it stands, because we know whose it is: the customer's name, for one. */
export interface KnownValue {
  type: PiiType;
  value: string;
}

/**
 * What stands for what in one conversation. The same value gets the same placeholder as long as the vault lives;
 * made anew from the same texts in the same order it gives the same placeholders.
 */
export interface Vault {
  known: readonly KnownValue[];
  placeholderFor(type: PiiType | 'literal', value: string): string;
  /** Undefined for a placeholder that this vault never gave. */
  valueOf(placeholder: string): string | undefined;
}

/** An empty vault. Of known names of several words, each word of three letters or more counts too. */
export const createVault = (known: readonly KnownValue[] = []): Vault => {
  const placeholders = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();
  const parts = known.flatMap(({ type, value }): KnownValue[] =>
    type === 'person'
      ? [value, ...value.split(/\s+/)].map((part) => ({ type, value: part }))
      : [{ type, value }],
  );
  return {
    known: parts.filter(({ value }) => value.length >= 3).sort((a, b) => b.value.length - a.value.length),
    placeholderFor(type, value) {
      const key = `${type} ${value}`;
      const existing = placeholders.get(key);
      if (existing !== undefined) return existing;
      const label = LABELS[type];
      const count = (counts.get(label) ?? 0) + 1;
      counts.set(label, count);
      const placeholder = `[${label}_${count}]`;
      placeholders.set(key, placeholder);
      values.set(placeholder, value);
      return placeholder;
    },
    valueOf: (placeholder) => values.get(placeholder),
  };
};
