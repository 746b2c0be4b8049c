import { z } from 'zod';
import { usd } from '../../core/money';
import { say, sayBill } from '../amount';
import { NEXT_BILL } from '../billing/next-bill';
import { sayDay, today } from '../days';
import { impossible } from '../impossible';
import { periodOf } from '../services/bill-period';
import { planChange, sayChange, type Wish } from '../services/plan-change';
import { totalOf } from '../services/proration';
import { rightPlan } from '../services/right-plan';
import { findService, NO_SUCH_SERVICE, serviceParam, serviceSaid } from '../services/service-meant';
import type { Systems } from '../systems';
import { type Reversal, type Target, writingTool } from '../tool';

const params = z.strictObject({
  service: serviceParam.nullable().default(null).meta({ title: 'Service, or nothing to add a plan' }),
  plan: z.string({ error: 'Choose a plan' }).trim().min(1, 'Choose a plan').max(60).meta({ title: 'Plan' }),
  priceLock: z.boolean({ error: 'Yes or no' }).default(false).meta({ title: 'Price lock for 12 months' }),
});

const plan = async (systems: Systems, { account, now, pricing }: Target, wish: Wish) => {
  const on = today(now);
  const period = periodOf(account, on);
  const services = await systems.services.list(account.customer.id, on);
  return {
    planned: planChange(wish, { services, lockUntil: account.customer.priceLockUntil, period, on }, pricing),
    period,
  };
};

const undoSchema = z.object({
  key: z.string(),
  service: z.string(),
  plan: z.string(),
  /** The plan that comes back; null where one was added. */
  before: z.string().nullable(),
  lock: z.boolean(),
});

const sayBack = (changed: string, before: string | null): string => {
  if (before === null) return `Take ${changed} off again`;
  return before === changed ? `Keep ${changed}` : `Go back from ${changed} to ${before}`;
};

/** What taking a change back does with what it put on the bill, or took off it. */
const sayOnce = (once: number): string => {
  if (once === 0) return '';
  return once > 0
    ? `; the ${say(once)} that the change cost comes off the next bill`
    : `; the ${say(-once)} that the change gave back goes on the next bill`;
};

const reversal: Reversal = {
  look: async (systems, { account, now }, undo) => {
    const { key, service: id, plan: changed, before, lock } = undoSchema.parse(undo);
    const { service } = await findService(systems.services, account.customer.id, id, today(now));
    if (!service) return impossible('service', NO_SUCH_SERVICE);
    if (service.plan !== changed || service.status === 'ended')
      return impossible('service', 'It was changed again since: change the plan instead');
    const once = await systems.billing.linesTotal(account.customer.id, key);
    return {
      is: 'possible',
      effect: {
        sentence: `${sayBack(changed, before)}${lock ? ', end the price lock' : ''}${sayOnce(once)}`,
        changes: [
          { what: 'Plan', before: changed, after: before ?? 'nothing' },
          ...(once === 0 ? [] : [{ what: 'Once, for the change', before: say(once), after: say(0) }]),
          ...(lock && account.customer.priceLockUntil
            ? [
                {
                  what: 'Price lock',
                  before: `until ${sayDay(account.customer.priceLockUntil)}`,
                  after: 'none',
                },
              ]
            : []),
        ],
        amount: usd(0),
      },
      facts: { status: service.status, kind: service.kind, amount: service.price.minor / 100 },
    };
  },
  run: async (systems, { account, now }, undo) => {
    const { key, service, plan: changed, before, lock } = undoSchema.parse(undo);
    const answer = await systems.services.undoPlanChange({
      customerId: account.customer.id,
      serviceId: service,
      key,
      plan: changed,
      lock,
      on: today(now),
    });
    if (answer.is === 'changed')
      return impossible('service', 'It was changed again since: change the plan instead');
    const sentence = before === null ? `${changed} is off again` : `${before} is back`;
    return { is: 'done', outcome: { sentence, reference: service, undo: null } };
  },
};

/** Makes the change, or says what stands in its way; what the same key did a moment before is no obstacle. */
const carryOut = async (systems: Systems, target: Target, wish: Wish, key: string) => {
  const customerId = target.account.customer.id;
  const { planned } = await plan(systems, target, wish);
  if (planned.is === 'planned') return systems.services.changePlan({ customerId, ...planned.change }, key);
  const meanwhile = await systems.services.planChange(customerId, wish.service, key);
  return meanwhile ? ({ is: 'done', ...meanwhile } as const) : planned;
};

export const changePlan = writingTool({
  id: 'change-plan',
  title: 'Change a plan',
  params,
  propose: ({ account, pricing }, said) => {
    const service = serviceSaid(account, [...said.services, 'fiber']);
    if (!service) return { priceLock: false };
    const right = rightPlan(service, pricing.plans);
    return { service: service.id, priceLock: false, ...(right ? { plan: right.name } : {}) };
  },
  look: async (systems, target, wish) => {
    const { planned, period } = await plan(systems, target, wish);
    if (planned.is === 'impossible') return planned;
    const { change, monthly } = planned;
    const { nextBill } = await systems.billing.standing(target.account.customer.id, target.pricing);
    const once = totalOf(change.lines);
    return {
      is: 'possible',
      effect: {
        sentence: sayChange(planned, period.left),
        changes: [
          { what: 'Plan', before: change.from?.plan ?? 'none', after: change.to.plan },
          { what: 'Services a month', before: say(monthly.before), after: say(monthly.after) },
          ...(once === 0
            ? []
            : [{ what: `Once, for ${period.left} days`, before: say(0), after: say(once) }]),
          {
            what: NEXT_BILL,
            before: sayBill(nextBill),
            after: sayBill(nextBill + monthly.after - monthly.before + once),
          },
          ...(change.lockUntil === null
            ? []
            : [{ what: 'Price lock', before: 'none', after: `until ${sayDay(change.lockUntil)}` }]),
        ],
        // What was paid in advance and comes back.
        amount: usd(Math.max(0, -once)),
      },
      facts: {
        // A service that is new has nothing that could be stopped.
        status: change.from?.status ?? 'active',
        kind: change.to.kind,
        amount: change.to.price.minor / 100,
      },
    };
  },
  run: async (systems, target, wish, { key }) => {
    const customerId = target.account.customer.id;
    const before = await systems.services.planChange(customerId, wish.service, key);
    const answer = before ? ({ is: 'done', ...before } as const) : await carryOut(systems, target, wish, key);
    if (answer.is === 'impossible') return answer;
    if (answer.is === 'changed') return impossible('service', 'It was changed a moment ago: look again');
    const undo = {
      key,
      service: answer.serviceId,
      plan: wish.plan,
      before: answer.before?.plan ?? null,
      lock: wish.priceLock,
    } satisfies z.infer<typeof undoSchema>;
    const done = answer.before ? `${answer.before.plan} is now ${wish.plan}` : `${wish.plan} is added`;
    const sentence =
      answer.before?.plan === wish.plan ? `The price of ${wish.plan} is locked for 12 months` : done;
    return { is: 'done', outcome: { sentence, reference: answer.serviceId, undo } };
  },
  reversal,
});
