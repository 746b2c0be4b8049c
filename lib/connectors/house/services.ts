import { lineVerdict } from '../../actions/services/line-verdict';
import type { ServicesSystem } from '../../actions/systems/services';
import type { Tx } from '../../db/handle';
import { openIncidents, readLine, recordLineTest } from '../../db/house/lines';
import { changePlan, findPlanChange, undoPlanChange } from '../../db/house/plan-changes';
import { cancelService, keepService, restartService } from '../../db/house/service-ends';
import { listServices } from '../../db/house/services';

/** Services, lines and incidents in our own tables. */
export const servicesIn = (tx: Tx): ServicesSystem => ({
  list: (customerId, on) => listServices(tx, customerId, on),
  planChange: (customerId, serviceId, key) => findPlanChange(tx, customerId, serviceId, key),
  changePlan: (change, key) => changePlan(tx, change, key),
  undoPlanChange: (undo) => undoPlanChange(tx, undo),
  restart: (write, key) => restartService(tx, write, key),
  cancel: (write, key) => cancelService(tx, write, key),
  keep: (keep) => keepService(tx, keep),
  incidents: (now) => openIncidents(tx, now),
  testLine: async (customerId, serviceId, now) => {
    const reading = await readLine(tx, customerId, serviceId);
    if (!reading) return null;
    const test = { ...reading, verdict: lineVerdict(reading) };
    await recordLineTest(tx, serviceId, test, now);
    return test;
  },
});
