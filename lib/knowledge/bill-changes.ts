import type { Account } from '@/lib/domain/customer';

/** Lines that differ between the newest bill and the one before it. */
export interface BillChanges {
  /** Labels of charges that are new or dearer, and of discounts that ended or shrank. */
  raised: string[];
  /** The other way round. */
  lowered: string[];
}

const sums = (invoice: Account['invoices'][number]): Map<string, number> => {
  const totals = new Map<string, number>();
  for (const { label, amount } of invoice.charges) totals.set(label, (totals.get(label) ?? 0) + amount.minor);
  return totals;
};

/** What made the newest bill higher or lower; null when there are no two bills to compare. */
export const billChanges = ({ invoices }: Pick<Account, 'invoices'>): BillChanges | null => {
  const [newest, before] = invoices;
  if (!newest || !before) return null;
  const now = sums(newest);
  const then = sums(before);
  const changes: BillChanges = { raised: [], lowered: [] };
  for (const label of new Set([...now.keys(), ...then.keys()])) {
    const by = (now.get(label) ?? 0) - (then.get(label) ?? 0);
    if (by > 0) changes.raised.push(label);
    if (by < 0) changes.lowered.push(label);
  }
  return changes;
};
