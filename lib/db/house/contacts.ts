import type {
  AddressKind,
  ContactChange,
  NewMessage,
  PutBack,
  Verifiable,
} from '../../actions/systems/contacts';
import { newId } from '../../core/ids';
import type { Tx } from '../handle';
import { holdCustomer } from './locks';

/** The address that stands on file: the first of its kind, as the account shows it. */
const onFile = (tx: Tx, customerId: string, kind: string) =>
  tx.contactPoint.findFirst({ where: { customerId, kind }, orderBy: { id: 'asc' } });

/** The kind of an address that an action replaced: it reaches nobody any more, and waits to be put back. */
const FORMER = ' until ';
const formerKind = (kind: AddressKind, key: string): string => `${kind}${FORMER}${key}`;

export const readVerifiable = async (tx: Tx, customerId: string): Promise<Verifiable> => {
  const { name, accountNumber, zip, invoices } = await tx.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: {
      name: true,
      accountNumber: true,
      zip: true,
      invoices: { orderBy: [{ issued: 'desc' }, { id: 'asc' }], take: 1, select: { totalMinor: true } },
    },
  });
  return { name, accountNumber, zip, lastBill: invoices[0]?.totalMinor ?? null };
};

export const addressStanding = async (
  tx: Tx,
  customerId: string,
  kind: AddressKind,
  value: string,
): Promise<'free' | 'same' | 'taken'> => {
  const owner = await tx.contactPoint.findUnique({
    where: { kind_value: { kind, value } },
    select: { id: true, customerId: true },
  });
  if (!owner) return 'free';
  if (owner.customerId !== customerId) return 'taken';
  return (await onFile(tx, customerId, kind))?.id === owner.id ? 'same' : 'free';
};

/** Puts a value into the place of an address; false when somebody else has it, however little earlier they took it. */
const takePlace = async (
  tx: Tx,
  place: { id: string; customerId: string; kind: string; value: string },
): Promise<boolean> => {
  await tx.contactPoint.deleteMany({
    where: { customerId: place.customerId, kind: place.kind, value: place.value },
  });
  const { count } = await tx.contactPoint.createMany({ data: [place], skipDuplicates: true });
  return count === 1;
};

export const changeAddress = async (
  tx: Tx,
  change: {
    customerId: string;
    kind: AddressKind;
    value: string;
    notice: { subject: string; text: string };
    at: Date;
  },
  key: string,
): Promise<ContactChange> => {
  const { customerId, kind, value, notice, at } = change;
  await holdCustomer(tx, customerId);
  const former = formerKind(kind, key);
  if (await tx.contactPoint.findFirst({ where: { customerId, kind: former } })) return { is: 'changed' };
  const before = await onFile(tx, customerId, kind);
  // The new address takes the id of the former one, because the first by id is the one on file. Without one, an empty value is kept.
  const id = before?.id ?? newId('con', at.getTime());
  // Ids are in order of time: a later change of the same kind has a later one.
  const kept = { id: newId('con'), customerId, kind: former, value: before?.value ?? '' };
  if (before) await tx.contactPoint.update({ where: { id }, data: { id: kept.id, kind: former } });
  else await tx.contactPoint.create({ data: kept });
  if (!(await takePlace(tx, { id, customerId, kind, value }))) {
    if (before) await tx.contactPoint.update({ where: { id: kept.id }, data: { id, kind } });
    else await tx.contactPoint.delete({ where: { id: kept.id } });
    return { is: 'taken' };
  }
  if (before)
    await queue(
      tx,
      { customerId, channel: kind === 'email' ? 'email' : 'sms', ...notice, at },
      before.value,
      key,
    );
  return { is: 'changed' };
};

/** What the action replaced, and whether it can stand there again. Null when it stands there again already. */
const findFormer = async (tx: Tx, customerId: string, kind: AddressKind, key: string) => {
  const former = await tx.contactPoint.findFirst({ where: { customerId, kind: formerKind(kind, key) } });
  if (!former) return null;
  const later = await tx.contactPoint.findFirst({
    where: { customerId, kind: { startsWith: `${kind}${FORMER}` }, id: { gt: former.id } },
  });
  const owner = await tx.contactPoint.findUnique({ where: { kind_value: { kind, value: former.value } } });
  const is: PutBack['is'] = later
    ? 'changed-since'
    : owner && owner.customerId !== customerId
      ? 'taken'
      : 'done';
  return { former, is };
};

export const canPutBack = async (
  tx: Tx,
  customerId: string,
  kind: AddressKind,
  key: string,
): Promise<PutBack> => ({
  is: (await findFormer(tx, customerId, kind, key))?.is ?? 'done',
});

export const putAddressBack = async (
  tx: Tx,
  customerId: string,
  kind: AddressKind,
  key: string,
): Promise<PutBack> => {
  await holdCustomer(tx, customerId);
  const found = await findFormer(tx, customerId, kind, key);
  if (found?.is !== 'done') return { is: found?.is ?? 'done' };
  const { former } = found;
  const now = await onFile(tx, customerId, kind);
  if (now) await tx.contactPoint.delete({ where: { id: now.id } });
  if (former.value === '') {
    await tx.contactPoint.delete({ where: { id: former.id } });
    return { is: 'done' };
  }
  await tx.contactPoint.update({ where: { id: former.id }, data: { id: now?.id ?? former.id, kind } });
  return { is: 'done' };
};

const ADDRESS = { email: 'email', sms: 'phone' } as const;

export const isReachable = async (
  tx: Tx,
  customerId: string,
  channel: NewMessage['channel'],
): Promise<boolean> => (await onFile(tx, customerId, ADDRESS[channel])) !== null;

const queue = async (
  tx: Tx,
  { customerId, channel, subject, text, at }: NewMessage,
  address: string,
  key: string,
): Promise<void> => {
  await tx.outgoingMessage.create({
    data: {
      id: newId('out', at.getTime()),
      customerId,
      channel,
      address,
      subject,
      text,
      actionId: key,
      at,
    },
  });
};

/** Queues a message to the address on file unless this key did so before; false where there is no address. */
export const queueMessage = async (tx: Tx, message: NewMessage, key: string): Promise<boolean> => {
  await holdCustomer(tx, message.customerId);
  if ((await tx.outgoingMessage.count({ where: { customerId: message.customerId, actionId: key } })) > 0)
    return true;
  const to = await onFile(tx, message.customerId, ADDRESS[message.channel]);
  if (!to) return false;
  await queue(tx, message, to.value, key);
  return true;
};
