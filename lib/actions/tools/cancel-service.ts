import { z } from 'zod';
import { usd } from '../../core/money';
import { say } from '../amount';
import { addDays, sayDay, today } from '../days';
import { impossible } from '../impossible';
import { periodOf } from '../services/bill-period';
import { earlyEnd } from '../services/early-end';
import { RENTED_DAYS, rentedWith } from '../services/rented';
import { findService, NO_SUCH_SERVICE, serviceParam, serviceSaid } from '../services/service-meant';
import type { Systems } from '../systems';
import { type Reversal, type Target, writingTool } from '../tool';

const params = z.strictObject({
  service: serviceParam,
  waiveFee: z.boolean({ error: 'Yes or no' }).default(false).meta({ title: 'Waive the early-end fee' }),
});

/** The service, its last day, and what ending it then costs. */
const ending = async (systems: Systems, { account, now, pricing }: Target, id: string) => {
  const on = today(now);
  const { all, service } = await findService(systems.services, account.customer.id, id, on);
  if (!service) return null;
  const { last } = periodOf(account, on);
  return {
    on,
    all,
    service,
    last,
    early: earlyEnd(service, all, account.customer.priceLockUntil, last, pricing.fees),
  };
};

const undoSchema = z.object({ key: z.string(), service: z.string() });

const reversal: Reversal = {
  look: async (systems, { account, now }, undo) => {
    const { service: id } = undoSchema.parse(undo);
    const { service } = await findService(systems.services, account.customer.id, id, today(now));
    if (!service) return impossible('service', NO_SUCH_SERVICE);
    if (service.status === 'ended') return impossible('service', 'It has ended: add the plan again instead');
    if (service.endsOn === null) return impossible('service', 'It is not cancelled any more');
    return {
      is: 'possible',
      effect: {
        sentence: `Keep ${service.plan}, which was to end on ${sayDay(service.endsOn)}; any early-end fee comes off the next bill`,
        changes: [{ what: service.plan, before: `until ${sayDay(service.endsOn)}`, after: 'stays' }],
        amount: usd(0),
      },
      facts: { status: service.status, kind: service.kind, amount: service.price.minor / 100 },
    };
  },
  run: async (systems, { account, now }, undo) => {
    const { key, service } = undoSchema.parse(undo);
    const kept = await systems.services.keep({
      customerId: account.customer.id,
      serviceId: service,
      key,
      on: today(now),
    });
    if (kept.is === 'changed') return impossible('service', 'It has ended, or is not cancelled any more');
    return { is: 'done', outcome: { sentence: 'The service stays', reference: service, undo: null } };
  },
};

export const cancelService = writingTool({
  id: 'cancel-service',
  title: 'Cancel a service',
  params,
  propose: ({ account }, said) => {
    const service = serviceSaid(account, said.services, ({ endsOn }) => endsOn === null);
    return service ? { service: service.id, waiveFee: false } : { waiveFee: false };
  },
  look: async (systems, target, { service: id, waiveFee }) => {
    const end = await ending(systems, target, id);
    if (!end) return impossible('service', NO_SUCH_SERVICE);
    const { service, last, early, all } = end;
    if (service.status !== 'ended' && service.endsOn !== null)
      return impossible('service', `It is cancelled already and ends on ${sayDay(service.endsOn)}`);
    const charged = waiveFee ? 0 : early.fee;
    const back = rentedWith(target.account, service, all);
    const fee =
      charged > 0
        ? `${say(charged)} for ending the price lock ${early.months} months early goes on the next bill`
        : 'nothing is charged for it';
    const equipment =
      back.length > 0 ? `; to send back by ${sayDay(addDays(last, RENTED_DAYS))}: ${back.join(', ')}` : '';
    return {
      is: 'possible',
      effect: {
        sentence: `Cancel ${service.plan}: it works until ${sayDay(last)}, and ${fee}${equipment}`,
        changes: [
          {
            what: service.plan,
            before: `${say(service.price.minor)} a month`,
            after: `ends on ${sayDay(last)}`,
          },
          ...(early.fee > 0 ? [{ what: 'Early-end fee', before: say(early.fee), after: say(charged) }] : []),
        ],
        amount: usd(early.fee - charged),
      },
      facts: {
        status: service.status,
        kind: service.kind,
        amount: service.price.minor / 100,
        fee: early.fee / 100,
        months: early.months,
      },
    };
  },
  run: async (systems, target, { service: id, waiveFee }, { key }) => {
    const end = await ending(systems, target, id);
    if (!end) return impossible('service', NO_SUCH_SERVICE);
    const { service, last, early, on } = end;
    const customerId = target.account.customer.id;
    const line =
      early.fee > 0
        ? { label: `Early end of price lock, ${early.months} months`, amount: waiveFee ? 0 : early.fee }
        : { label: `${service.plan} cancelled`, amount: 0 };
    const answer = await systems.services.cancel(
      { customerId, serviceId: service.id, lines: [line], on, endsOn: last },
      key,
    );
    if (answer.is === 'changed') return impossible('service', 'It has ended, or is cancelled already');
    return {
      is: 'done',
      outcome: {
        sentence: `${service.plan} ends on ${sayDay(service.endsOn ?? last)}`,
        reference: service.id,
        undo: { key, service: service.id },
      },
    };
  },
  reversal,
});
