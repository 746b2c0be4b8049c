export type AddressKind = 'email' | 'phone';

/** What a caller is held against before anything about them is changed. It is compared, never shown. */
export interface Verifiable {
  name: string;
  accountNumber: string | null;
  zip: string | null;
  /** Of the newest bill, in cents; null before the first. */
  lastBill: number | null;
}

export interface NewMessage {
  customerId: string;
  channel: 'email' | 'sms';
  subject: string;
  text: string;
  at: Date;
}

/** `taken`: another account has it. Nothing was changed then. */
export type ContactChange = { is: 'changed' } | { is: 'taken' };

/** `changed-since`: a later change replaced it. `taken`: what stood there before belongs to another account now. */
export type PutBack = { is: 'done' } | { is: 'changed-since' } | { is: 'taken' };

/** What tools ask of the system of record for who customers are and how they are reached. */
export interface ContactsSystem {
  verifiable(customerId: string): Promise<Verifiable>;
  /** Whether an address is free for this customer: nobody's, or another one of theirs. `same`: it is what stands on file. */
  standing(customerId: string, kind: AddressKind, value: string): Promise<'free' | 'same' | 'taken'>;
  /** Replaces the address on file, keeps the former one to be put back, and tells the former one of it. By key, once. */
  change(
    change: {
      customerId: string;
      kind: AddressKind;
      value: string;
      notice: { subject: string; text: string };
      at: Date;
    },
    key: string,
  ): Promise<ContactChange>;
  /** Whether the address that the action `key` replaced can stand there again. */
  canPutBack(customerId: string, kind: AddressKind, key: string): Promise<PutBack>;
  putBack(customerId: string, kind: AddressKind, key: string): Promise<PutBack>;
  /** Whether there is an address to write to. */
  reachable(customerId: string, channel: NewMessage['channel']): Promise<boolean>;
  /** Queues a message to the address on file; false where there is none. By key, once. */
  send(message: NewMessage, key: string): Promise<boolean>;
}
