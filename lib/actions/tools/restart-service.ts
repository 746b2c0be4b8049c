import { z } from 'zod';
import { toMinor, usd } from '../../core/money';
import { say } from '../amount';
import { today } from '../days';
import { impossible } from '../impossible';
import { findService, NO_SUCH_SERVICE, serviceParam, serviceSaid } from '../services/service-meant';
import type { ServiceRecord } from '../systems/services';
import { writingTool } from '../tool';

const params = z.strictObject({
  service: serviceParam,
  waiveFee: z.boolean({ error: 'Yes or no' }).default(false).meta({ title: 'Waive the restore fee' }),
});

const isStopped = ({ status }: Pick<ServiceRecord, 'status'>): boolean =>
  status === 'suspended' || status === 'paused';

/** Restoring what was suspended costs a fee; what was paused was paid for by the month (docs/larkspur.md, "Bills and payments" and "Accounts"). */
const restoreFee = ({ status }: Pick<ServiceRecord, 'status'>, restore: number): number =>
  status === 'suspended' ? toMinor(restore) : 0;

export const restartService = writingTool({
  id: 'restart-service',
  title: 'Restart a service',
  params,
  propose: ({ account }, said) => {
    const service = serviceSaid(account, said.services, isStopped);
    return service ? { service: service.id, waiveFee: false } : { waiveFee: false };
  },
  look: async (systems, { account, now, pricing }, { service: id, waiveFee }) => {
    const { service } = await findService(systems.services, account.customer.id, id, today(now));
    if (!service) return impossible('service', NO_SUCH_SERVICE);
    const fee = restoreFee(service, pricing.fees.restore);
    const charged = waiveFee ? 0 : fee;
    return {
      is: 'possible',
      effect: {
        sentence: `Bring ${service.plan} back, which is ${service.status}: it works again within 2 hours${charged > 0 ? `, and ${say(charged)} goes on the next bill` : ', for nothing'}`,
        changes: [
          { what: service.plan, before: service.status, after: 'active' },
          ...(fee > 0 ? [{ what: 'Restore fee', before: say(fee), after: say(charged) }] : []),
        ],
        amount: usd(fee - charged),
      },
      facts: {
        status: service.status,
        kind: service.kind,
        amount: service.price.minor / 100,
        fee: fee / 100,
      },
    };
  },
  run: async (systems, { account, now, pricing }, { service: id, waiveFee }, { key }) => {
    const on = today(now);
    const customerId = account.customer.id;
    const { service } = await findService(systems.services, customerId, id, on);
    if (!service) return impossible('service', NO_SUCH_SERVICE);
    const fee = restoreFee(service, pricing.fees.restore);
    const line = waiveFee
      ? { label: `Restore fee, ${service.plan}, waived`, amount: 0 }
      : { label: fee > 0 ? `Restore fee, ${service.plan}` : `${service.plan} restarted`, amount: fee };
    const answer = await systems.services.restart(
      { customerId, serviceId: service.id, lines: [line], on },
      key,
    );
    if (answer.is === 'changed') return impossible('service', 'This service is not stopped any more');
    return {
      is: 'done',
      outcome: {
        sentence: `${service.plan} is coming back, within 2 hours`,
        reference: service.id,
        undo: null,
      },
    };
  },
  reversal: null,
});
