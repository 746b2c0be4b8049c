import { isDeepStrictEqual } from 'node:util';
import type {
  ChangedPlan,
  PlanAnswer,
  PlanChange,
  ServiceAnswer,
  ServicesSystem,
} from '../../actions/systems/services';
import { DAY } from '../../core/clock';
import { usd } from '../../core/money';
import type { Tx } from '../handle';
import { addBillLines, reverseBillLines } from './billing';
import { holdCustomer } from './locks';
import {
  dateOf,
  hasBillLines,
  hasReversedLines,
  insertService,
  listServices,
  lockService,
  lockServices,
  setPlan,
  setPriceLock,
  setStatus,
} from './services';

/** Ids that follow from the key of a change: of the service it added, and of the ended one that keeps the plan it replaced. */
const addedBy = (key: string): string => `srv_${key.slice(key.indexOf('_') + 1)}`;
const replacedBy = (key: string): string => `${addedBy(key)}-before`;

const dayBefore = (day: string): string => new Date(dateOf(day).getTime() - DAY).toISOString().slice(0, 10);

/** What the change with this key did, from the rows it left; null while there was none. */
export const findPlanChange = async (
  tx: Tx,
  customerId: string,
  serviceId: string | null,
  key: string,
): Promise<ChangedPlan | null> => {
  if (!(await hasBillLines(tx, customerId, key))) return null;
  if (serviceId === null) return { serviceId: addedBy(key), before: null };
  const kept = await tx.service.findMany({ where: { customerId, id: { in: [replacedBy(key), serviceId] } } });
  const before = kept.find(({ id }) => id === replacedBy(key)) ?? kept[0];
  return before ? { serviceId, before: { plan: before.plan, price: usd(before.priceMinor) } } : null;
};

/** See ServicesSystem.changePlan. A plan that is replaced stays as a service that ended the day before. */
export const changePlan = async (tx: Tx, change: PlanChange, key: string): Promise<PlanAnswer> => {
  const { customerId, seen, from, to, lockUntil, lines, on } = change;
  await holdCustomer(tx, customerId);
  const done = await findPlanChange(tx, customerId, from?.id ?? null, key);
  if (done) return { is: 'done', ...done };
  if (!isDeepStrictEqual(await lockServices(tx, customerId, on), seen)) return { is: 'changed' };
  if (from) {
    if (from.plan !== to.plan || from.price.minor !== to.price.minor) {
      await insertService(tx, customerId, {
        ...from,
        id: replacedBy(key),
        status: 'ended',
        endsOn: dayBefore(on),
      });
      await setPlan(tx, from.id, to);
    }
  } else {
    await insertService(tx, customerId, {
      id: addedBy(key),
      ...to,
      since: on,
      status: 'active',
      endsOn: null,
    });
  }
  if (lockUntil !== null) await setPriceLock(tx, customerId, lockUntil);
  await addBillLines(tx, customerId, lines, dateOf(on), key);
  return {
    is: 'done',
    serviceId: from?.id ?? addedBy(key),
    before: from && { plan: from.plan, price: from.price },
  };
};

/** See ServicesSystem.undoPlanChange. */
export const undoPlanChange = async (
  tx: Tx,
  { customerId, serviceId, key, plan, lock, on }: Parameters<ServicesSystem['undoPlanChange']>[0],
): Promise<ServiceAnswer> => {
  await holdCustomer(tx, customerId);
  if (await hasReversedLines(tx, customerId, key)) return { is: 'done' };
  const service = await lockService(tx, customerId, serviceId, on);
  if (service?.plan !== plan || service.status === 'ended') return { is: 'changed' };
  if (serviceId === addedBy(key)) {
    await setStatus(tx, serviceId, 'ended', dayBefore(on));
  } else {
    const replaced = (await listServices(tx, customerId, on)).find(({ id }) => id === replacedBy(key));
    if (replaced) {
      await setPlan(tx, serviceId, replaced);
      await tx.service.delete({ where: { id: replaced.id } });
    }
  }
  if (lock) await setPriceLock(tx, customerId, null);
  await reverseBillLines(tx, customerId, key, dateOf(on));
  return { is: 'done' };
};
