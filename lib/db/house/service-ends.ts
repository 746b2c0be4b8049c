import type { ServiceAnswer, ServicesSystem, ServiceWrite } from '../../actions/systems/services';
import type { Tx } from '../handle';
import { addBillLines, reverseBillLines } from './billing';
import { holdCustomer } from './locks';
import { dateOf, hasBillLines, hasReversedLines, lockService, setStatus } from './services';

/** See ServicesSystem.restart. */
export const restartService = async (
  tx: Tx,
  { customerId, serviceId, lines, on }: ServiceWrite,
  key: string,
): Promise<ServiceAnswer> => {
  await holdCustomer(tx, customerId);
  if (await hasBillLines(tx, customerId, key)) return { is: 'done' };
  const service = await lockService(tx, customerId, serviceId, on);
  if (service?.status !== 'suspended' && service?.status !== 'paused') return { is: 'changed' };
  await setStatus(tx, serviceId, 'active', service.endsOn);
  await addBillLines(tx, customerId, lines, dateOf(on), key);
  return { is: 'done' };
};

/** See ServicesSystem.cancel. */
export const cancelService = async (
  tx: Tx,
  { customerId, serviceId, lines, on, endsOn }: ServiceWrite & { endsOn: string },
  key: string,
): Promise<ServiceAnswer> => {
  await holdCustomer(tx, customerId);
  if (await hasBillLines(tx, customerId, key)) return { is: 'done' };
  const service = await lockService(tx, customerId, serviceId, on);
  if (!service || service.status === 'ended' || service.endsOn !== null) return { is: 'changed' };
  await setStatus(tx, serviceId, service.status, endsOn);
  await addBillLines(tx, customerId, lines, dateOf(on), key);
  return { is: 'done' };
};

/** See ServicesSystem.keep. */
export const keepService = async (
  tx: Tx,
  { customerId, serviceId, key, on }: Parameters<ServicesSystem['keep']>[0],
): Promise<ServiceAnswer> => {
  await holdCustomer(tx, customerId);
  if (await hasReversedLines(tx, customerId, key)) return { is: 'done' };
  const service = await lockService(tx, customerId, serviceId, on);
  if (!service || service.status === 'ended' || service.endsOn === null) return { is: 'changed' };
  await setStatus(tx, serviceId, service.status, null);
  await reverseBillLines(tx, customerId, key, dateOf(on));
  return { is: 'done' };
};
