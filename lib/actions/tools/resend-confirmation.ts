import { z } from 'zod';
import { usd } from '../../core/money';
import { confirmationOf } from '../contacts/confirmation';
import { impossible } from '../impossible';
import { writingTool } from '../tool';

const params = z.strictObject({
  about: z
    .string({ error: 'Choose an order, a visit or a bill' })
    .trim()
    .min(1, 'Choose an order, a visit or a bill')
    .max(60, 'Choose an order, a visit or a bill')
    .meta({ title: 'Order, visit or bill' }),
  by: z.enum(['email', 'sms'], { error: 'email or sms' }).default('email').meta({ title: 'By' }),
});

const NONE = 'There is no such order, visit or bill on this account';
const BY = { email: 'email address', sms: 'telephone number' } as const;
const noAddress = (by: keyof typeof BY) => impossible('by', `There is no ${BY[by]} on file`);

export const resendConfirmation = writingTool({
  id: 'resend-confirmation',
  title: 'Send a confirmation again',
  params,
  propose: ({ account }, { named }) => {
    const about = named
      .map((id) => confirmationOf(account, id))
      .find((confirmation) => confirmation !== null);
    const { email, phone } = account.customer;
    const by: keyof typeof BY = email === null && phone !== null ? 'sms' : 'email';
    return about ? { about: about.number, by } : { by };
  },
  look: async (systems, { account }, { about, by }) => {
    const confirmation = confirmationOf(account, about);
    if (!confirmation) return impossible('about', NONE);
    if (!(await systems.contacts.reachable(account.customer.id, by))) return noAddress(by);
    return {
      is: 'possible',
      effect: {
        sentence: `Send the confirmation of ${confirmation.number} to the ${BY[by]} on file: “${confirmation.text}”`,
        changes: [{ what: 'Message', before: 'None', after: confirmation.text }],
        amount: usd(0),
      },
      facts: { kind: confirmation.what },
    };
  },
  run: async (systems, { account, now }, { about, by }, { key }) => {
    const confirmation = confirmationOf(account, about);
    if (!confirmation) return impossible('about', NONE);
    const { number, subject, text } = confirmation;
    const sent = await systems.contacts.send(
      { customerId: account.customer.id, channel: by, subject, text, at: now },
      key,
    );
    if (!sent) return noAddress(by);
    return {
      is: 'done',
      outcome: {
        sentence: `The confirmation of ${number} is on its way to the ${BY[by]} on file`,
        reference: number,
        undo: null,
      },
    };
  },
  reversal: null,
});
