import { z } from 'zod';
import type { Account } from '../../domain/customer';
import type { ServiceRecord, ServicesSystem } from '../systems/services';

type AccountService = Account['services'][number];

/** The parameter that names a service. */
export const serviceParam = z
  .string({ error: 'Choose a service' })
  .trim()
  .min(1, 'Choose a service')
  .max(60, 'There is no such service on this account')
  .meta({ title: 'Service' });

export const NO_SUCH_SERVICE = 'There is no such service on this account';

/** The only service that fits; none rather than a guess. */
export const onlyService = (
  account: Account,
  fits: (service: AccountService) => boolean = () => true,
): AccountService | null => {
  const fitting = account.services.filter(fits);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
};

/** The services of an account and the one that is named among them. */
export const findService = async (
  services: ServicesSystem,
  customerId: string,
  serviceId: string,
  on: string,
): Promise<{ all: ServiceRecord[]; service: ServiceRecord | undefined }> => {
  const all = await services.list(customerId, on);
  return { all, service: all.find(({ id }) => id === serviceId) };
};
