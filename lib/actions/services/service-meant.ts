import { z } from 'zod';
import type { Account, ServiceKind } from '../../domain/customer';
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

/** The service that was spoken of, or the only one there is; none rather than a guess. Kinds that were named last are looked at first. */
export const serviceSaid = (
  account: Account,
  spoken: readonly ServiceKind[],
  fits: (service: AccountService) => boolean = () => true,
): AccountService | null => {
  for (const kind of spoken) {
    const said = onlyService(account, (service) => service.kind === kind && fits(service));
    if (said) return said;
  }
  return onlyService(account, fits);
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
