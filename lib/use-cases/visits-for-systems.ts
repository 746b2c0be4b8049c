import type { z } from 'zod';
import { quoteFor } from '@/lib/actions/scheduling/visit-quote';
import { workProblems } from '@/lib/actions/scheduling/work';
import type * as contracts from '@/lib/contracts/public-visits';
import { notFound } from '@/lib/core/errors';
import { customerOfVisit } from '@/lib/db/visits';
import type { Quote } from '@/lib/domain/quote';
import type { Actor } from '@/lib/domain/user';
import { actForSystem } from './act-for-system';
import { impossible } from './actions/ask';
import { targetOf } from './actions/look-at';
import { authorisedService } from './authorised-service';
import { services } from './services';

interface Keyed {
  key: string;
  hash: string;
}

/** What a visit would cost a customer. What is not said yet counts at its dearest. Throws `not_found` or `invalid`. */
export const quoteVisit = async (
  actor: Actor,
  { body }: { body: z.output<typeof contracts.quoteVisit.body> },
): Promise<{ quote: Quote }> => {
  authorisedService(actor, 'quote', 'visit');
  const deps = await services();
  const { customerId, kind, model, symptom, date, window } = body;
  const target = await deps.db.$transaction((tx) => targetOf(tx, deps, customerId));
  const work = { kind, model, symptom };
  const problems = workProblems(target.pricing.visits, work);
  if (problems.length > 0) throw impossible(problems);
  const slot = { ...(date === null ? {} : { day: date }), ...(window === null ? {} : { window }) };
  return { quote: quoteFor(target, { work, slot, faultIsOurs: false }) };
};

/** Books a visit for a customer, once for each key. Refuses as `actForSystem` does. */
export const bookVisit = async (
  actor: Actor,
  { body: { customerId, ...params } }: { body: z.output<typeof contracts.bookVisit.body> },
  keyed: Keyed,
): Promise<z.input<typeof contracts.bookVisit.response>> => {
  const system = authorisedService(actor, 'write', 'visit');
  return actForSystem(system, keyed, {
    customerId,
    tool: 'book-visit',
    params: { ...params, faultIsOurs: false },
  });
};

/** Moves a booked visit, once for each key. Refuses as `actForSystem` does. */
export const rescheduleVisit = async (
  actor: Actor,
  {
    params: { number },
    body,
  }: {
    params: z.output<typeof contracts.rescheduleVisit.params>;
    body: z.output<typeof contracts.rescheduleVisit.body>;
  },
  keyed: Keyed,
): Promise<z.input<typeof contracts.rescheduleVisit.response>> => {
  const system = authorisedService(actor, 'write', 'visit');
  const { db } = await services();
  const customerId = await customerOfVisit(db, number);
  if (customerId === null) throw notFound('Visit');
  return actForSystem(system, keyed, {
    customerId,
    tool: 'move-visit',
    params: { visit: number, ...body, waiveFee: false },
  });
};
