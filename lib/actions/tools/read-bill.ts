import { z } from 'zod';
import { say } from '../amount';
import { sayDay } from '../days';
import { impossible } from '../impossible';
import { readingTool } from '../tool';

const params = z.strictObject({
  invoice: z
    .string()
    .trim()
    .max(60, 'A bill has a number such as INV-2026-118204')
    .nullable()
    .default(null)
    .meta({ title: 'Bill, or the newest' }),
});

export const readBill = readingTool({
  id: 'read-bill',
  title: 'Bill',
  params,
  // The account holds the bills of the last year, which is as far back as anything can be done about one.
  read: async (_systems, { account: { invoices } }, { invoice: named }) => {
    const wanted = named ?? '';
    const bill =
      wanted === ''
        ? invoices[0]
        : invoices.find(({ id, number }) => id === wanted || number === wanted.toUpperCase());
    if (!bill)
      return impossible(
        'invoice',
        wanted === '' ? 'There is no bill yet' : 'There is no such bill on this account',
      );
    return {
      is: 'found',
      sentence: `Bill ${bill.number} of ${sayDay(bill.issued)} comes to ${say(bill.total.minor)}, due ${sayDay(bill.due)}: ${bill.status}`,
      rows: [
        ...bill.charges.map(({ label, amount, refunded }) => ({
          label,
          value:
            refunded.minor > 0
              ? `${say(amount.minor)}, ${say(refunded.minor)} given back`
              : say(amount.minor),
        })),
        { label: 'Total', value: say(bill.total.minor) },
      ],
    };
  },
});
