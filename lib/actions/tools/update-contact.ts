import { z } from 'zod';
import { usd } from '../../core/money';
import { readAddress, WRONG } from '../contacts/address';
import { verifyCaller } from '../contacts/verify-caller';
import { impossible } from '../impossible';
import type { AddressKind, PutBack } from '../systems/contacts';
import { type Reversal, writingTool } from '../tool';

/** What was left empty in a form was not said. */
const said = z
  .string()
  .trim()
  .max(60, 'At most 60 characters')
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null);

const params = z.strictObject({
  kind: z.enum(['email', 'phone'], { error: 'email or phone' }).meta({ title: 'What changes' }),
  value: z
    .string({ error: 'Write the new address' })
    .trim()
    .min(1, 'Write the new address')
    .max(254, 'At most 254 characters')
    .meta({ title: 'New address' }),
  fullName: z
    .string({ error: 'Ask for the full name' })
    .trim()
    .min(1, 'Ask for the full name')
    .max(120, 'At most 120 characters')
    .meta({ title: 'Full name, as the caller said it' }),
  accountNumber: said.meta({ title: 'Account number, as the caller said it' }),
  lastBill: z
    .number({ error: 'Write an amount in dollars, such as 12.50' })
    .nonnegative('Write an amount in dollars, such as 12.50')
    .nullable()
    .default(null)
    .meta({ title: 'Amount of the last bill, as the caller said it' }),
  zip: said.meta({ title: 'Service ZIP, as the caller said it' }),
});

const NAMES: Record<AddressKind, string> = { email: 'Email address', phone: 'Telephone number' };
const TAKEN = 'Another account has this address';

const notice = (kind: AddressKind) => ({
  subject: 'Your contact details were changed',
  text: `The ${NAMES[kind].toLowerCase()} of your Larkspur account was changed. If it was not you, reply to this message and we put it back.`,
});

const undoSchema = z.object({ kind: z.enum(['email', 'phone']), change: z.string() });

const NOT_BACK: Record<Exclude<PutBack['is'], 'done'>, string> = {
  'changed-since': 'It was changed again since: take that back first',
  taken: 'Another account has the former address now',
};

const reversal: Reversal = {
  look: async (systems, { account }, undo) => {
    const { kind, change } = undoSchema.parse(undo);
    const back = await systems.contacts.canPutBack(account.customer.id, kind, change);
    if (back.is !== 'done') return impossible('value', NOT_BACK[back.is]);
    const what = NAMES[kind];
    return {
      is: 'possible',
      effect: {
        sentence: `Put the former ${what.toLowerCase()} back: what was entered now becomes what was on file before`,
        changes: [{ what, before: 'As it was changed', after: 'As it was on file before' }],
        amount: usd(0),
      },
      facts: { kind },
    };
  },
  run: async (systems, { account }, undo) => {
    const { kind, change } = undoSchema.parse(undo);
    const back = await systems.contacts.putBack(account.customer.id, kind, change);
    if (back.is !== 'done') return impossible('value', NOT_BACK[back.is]);
    return {
      is: 'done',
      outcome: { sentence: `${NAMES[kind]} is as it was before`, reference: null, undo: null },
    };
  },
};

/**
 * Neither effect nor outcome names what is on file: who asks for a change may not be the customer. The former address stays in the
 * system of record, from where the reversal puts it back.
 */
export const updateContact = writingTool({
  id: 'update-contact',
  title: 'Update contact details',
  params,
  // Who a caller is has to be asked, never filled in.
  propose: () => ({}),
  look: async (systems, { account }, { kind, value, ...caller }) => {
    const { id } = account.customer;
    const address = readAddress(kind, value);
    if (address === null) return impossible('value', WRONG[kind]);
    const standing = await systems.contacts.standing(id, kind, address);
    if (standing === 'taken') return impossible('value', TAKEN);
    if (standing === 'same') return impossible('value', 'Nothing would change');
    const { nameMatches, checksPassed } = verifyCaller(caller, await systems.contacts.verifiable(id));
    const what = NAMES[kind];
    return {
      is: 'possible',
      effect: {
        sentence: `Change the ${what.toLowerCase()}: what is on file becomes ${address}`,
        changes: [{ what, before: 'As it is on file', after: address }],
        amount: usd(0),
      },
      facts: { kind, name_matches: nameMatches, checks_passed: checksPassed },
    };
  },
  run: async (systems, { account, now }, { kind, value }, { key }) => {
    const address = readAddress(kind, value);
    if (address === null) return impossible('value', WRONG[kind]);
    const changed = await systems.contacts.change(
      { customerId: account.customer.id, kind, value: address, notice: notice(kind), at: now },
      key,
    );
    if (changed.is === 'taken') return impossible('value', TAKEN);
    return {
      is: 'done',
      outcome: { sentence: `${NAMES[kind]} is ${address} now`, reference: null, undo: { kind, change: key } },
    };
  },
  reversal,
});
