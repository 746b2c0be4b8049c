import type { Account, ServiceKind } from '../../domain/customer';
import type { ServiceRecord } from '../systems/services';

/** Days to send rented equipment back once service has ended (docs/larkspur.md, "Orders, delivery and returns"). */
export const RENTED_DAYS = 21;

const isRental = (label: string): boolean => {
  const words = label.toLowerCase();
  return words.includes('mesh point') && words.includes('rental');
};

/** Equipment by the kind of service it comes with. Mesh points are rented where the newest bill says so; others were bought. */
const COMES_WITH: Partial<Record<ServiceKind, (model: string, account: Account) => boolean>> = {
  fiber: (model, { invoices }) =>
    model.endsWith('gateway') ||
    (model.endsWith('mesh point') && (invoices[0]?.charges.some(({ label }) => isRental(label)) ?? false)),
  tv: (model) => model.endsWith('TV box'),
};

/** Models that go back when a service ends and no other of its kind stays. */
export const rentedWith = (
  account: Account,
  ending: ServiceRecord,
  all: readonly ServiceRecord[],
): string[] => {
  const stays = all.some(
    ({ id, kind, status, endsOn }) =>
      id !== ending.id && kind === ending.kind && status !== 'ended' && endsOn === null,
  );
  if (stays) return [];
  return account.devices
    .map(({ model }) => model)
    .filter((model) => COMES_WITH[ending.kind]?.(model, account));
};
