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

/**
 * The customer who owns any of the sender's addresses, the most certain first, or a new one. Addresses nobody owns are not added to
 * an account that was found: a claim is no proof.
 */
export const findOrCreateCustomer = async (tx: Tx, sender: Sender): Promise<{ id: string; name: string }> => {
  const points = pointsOf(sender);
  for (const point of points) {
    const known = await tx.contactPoint.findUnique({
      where: { kind_value: point },
      select: { customer: { select: { id: true, name: true } } },
    });
    if (known) return known.customer;
  }
  const id = newId('cus');
  const name = sender.name ?? sender.email ?? sender.phone ?? 'New customer';
  await tx.customer.create({ data: { id, name } });
  await tx.contactPoint.createMany({
    data: points.map((point) => ({ id: newId('con'), customerId: id, ...point })),
    skipDuplicates: true,
  });
  // Two first messages at once: the address belongs to whoever stored it first, and this customer was never needed.
  for (const point of points) {
    const owner = await tx.contactPoint.findUnique({
      where: { kind_value: point },
      select: { customer: { select: { id: true, name: true } } },
    });
    if (owner && owner.customer.id !== id) {
      await tx.customer.delete({ where: { id } });
      return owner.customer;
    }
  }
  return { id, name };
};
