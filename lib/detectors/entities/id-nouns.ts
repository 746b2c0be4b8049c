import type { EntityType } from '@/lib/domain/triage';

const NOUNS: Record<string, EntityType> = {
  order: 'order_id',
  orders: 'order_id',
  purchase: 'order_id',
  purchases: 'order_id',
  shipment: 'order_id',
  package: 'order_id',
  pedido: 'order_id',
  compra: 'order_id',
  orden: 'order_id',
  invoice: 'invoice_id',
  invoices: 'invoice_id',
  bill: 'invoice_id',
  bills: 'invoice_id',
  statement: 'invoice_id',
  factura: 'invoice_id',
  facturas: 'invoice_id',
  recibo: 'invoice_id',
  visit: 'visit_id',
  appointment: 'visit_id',
  booking: 'visit_id',
  visita: 'visit_id',
  cita: 'visit_id',
  account: 'account_number',
  acct: 'account_number',
  cuenta: 'account_number',
  customer: 'account_number',
};
const LONG = Object.keys(NOUNS).filter((noun) => noun.length >= 5);

/** Whether two words differ by at most `limit` edits (one letter added, lost, changed, or two neighbours swapped). */
const near = (a: string, b: string, limit: number): boolean => {
  if (Math.abs(a.length - b.length) > limit) return false;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      current.push(Math.min(change, swapped, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    before = previous;
    previous = current;
  }
  return (previous[b.length] ?? 0) <= limit;
};

/** What a word in front of a number makes of it; misspelled and run-together words count for long nouns, and for short ones when a sign for a number follows. */
export const nounOf = (word: string, announced: boolean): EntityType | null => {
  const low = word.toLowerCase();
  const exact = NOUNS[low];
  if (exact !== undefined)
    return exact === 'account_number' && low === 'customer' && !announced ? null : exact;
  const glued = LONG.find((noun) => low.endsWith(noun) && low.length >= noun.length + 2);
  if (glued !== undefined) return NOUNS[glued] ?? null;
  const close = LONG.find((noun) => near(low, noun, noun.length >= 7 ? 2 : 1));
  if (close !== undefined && low[0] === close[0]) return NOUNS[close] ?? null;
  return announced && near(low, 'bill', 1) && low.startsWith('b') ? 'invoice_id' : null;
};
