import { newId } from '../core/ids';
import type { Tx } from './handle';

export interface Sender {
  externalId?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  name?: string | undefined;
}

const pointsOf = (sender: Sender): { kind: string; value: string }[] =>
  [
    { kind: 'external', value: sender.externalId },
    { kind: 'email', value: sender.email?.toLowerCase() },
    { kind: 'phone', value: sender.phone },
  ].flatMap(({ kind, value }) => (value === undefined ? [] : [{ kind, value }]));

/** Who owns the first of these addresses that anyone owns. */
const ownerOf = async (
  tx: Tx,
  points: readonly { kind: string; value: string }[],
): Promise<{ id: string; name: string } | null> => {
  const [owner] = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT k.id, k.name
    FROM unnest(${points.map((point) => point.kind)}::text[], ${points.map((point) => point.value)}::text[]) WITH ORDINALITY AS a(kind, value, rank)
    JOIN contact_point p ON p.kind = a.kind AND p.value = a.value JOIN customer k ON k.id = p.customer_id
    ORDER BY a.rank LIMIT 1`;
  return owner ?? null;
};

/**
 * The customer who owns any of the sender's addresses, the most certain first, or a new one. Addresses nobody owns are not added to
 * an account that was found: a claim is no proof.
 */
export const findOrCreateCustomer = async (tx: Tx, sender: Sender): Promise<{ id: string; name: string }> => {
  const points = pointsOf(sender);
  const known = await ownerOf(tx, points);
  if (known) return known;
  const id = newId('cus');
  const name = sender.name ?? sender.email ?? sender.phone ?? 'New customer';
  await tx.customer.create({ data: { id, name } });
  await tx.contactPoint.createMany({
    data: points.map((point) => ({ id: newId('con'), customerId: id, ...point })),
    skipDuplicates: true,
  });
  // Two first messages at once: the address belongs to whoever stored it first, and this customer was never needed.
  const owner = await ownerOf(tx, points);
  if (!owner || owner.id === id) return { id, name };
  await tx.customer.delete({ where: { id } });
  return owner;
};
