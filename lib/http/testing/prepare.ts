import { randomInt, randomUUID } from 'node:crypto';
import { writeMemory } from '@/lib/db/customer-memory';
import type { UserActor } from '@/lib/domain/user';
import { approveAction } from '@/lib/use-cases/approve-action';
import { escalateConversation } from '@/lib/use-cases/escalate-conversation';
import { previewAction } from '@/lib/use-cases/preview-action';
import { startWrapUp } from '@/lib/use-cases/start-wrap-up';
import { openAccountCase } from '@/lib/use-cases/testing/account-case';
import type { Desk } from '@/lib/use-cases/testing/desk';
import { cueOf, customerWrites, openCase } from '@/lib/use-cases/testing/says';
import { makeConversation } from '@/prisma/seed/builders/conversation';
import { makeCustomer } from '@/prisma/seed/builders/customer';
import { makeTechnician } from '@/prisma/seed/builders/technician';
import type { On } from './console-routes';

/** A fact that stands under `gate-code`. */
const rememberFact = async ({ prisma, clock }: Desk, customerId: string): Promise<void> => {
  const fact = { customerId, key: 'gate-code', value: '4417', source: 'CRM', expiresAt: null };
  const author = { id: 'apk_crm', name: 'CRM' };
  await prisma.$transaction((tx) => writeMemory(tx, { ...fact, author, at: clock.now() }));
};

/** A credit above what a rep may give alone. */
const waitingAction = async (desk: Desk, rep: UserActor): Promise<string> => {
  // Those of the cases before would use up what one person may give in a day.
  await desk.prisma.action.updateMany({ where: { state: 'waiting' }, data: { state: 'declined' } });
  const { conversationId: id } = await openAccountCase(desk, rep);
  const asked = { tool: 'apply-credit' as const, params: { amount: 120, reason: 'Goodwill' } };
  const seen = await previewAction(rep, { params: { id }, body: asked });
  if (seen.is !== 'possible') throw new Error('a credit is not possible');
  const { action } = await approveAction(rep, {
    params: { id },
    body: { ...asked, key: randomUUID(), hash: seen.hash, origin: 'rep', originId: null },
  });
  return action.id;
};

/** Makes what a route is called on, in the hands of `rep`, and returns its id. */
export const prepare = async (desk: Desk, rep: UserActor, on: On): Promise<string | undefined> => {
  if (on === 'nothing') return undefined;
  if (on === 'waiting conversation') {
    const waiting = await customerWrites();
    await desk.workOff();
    return waiting;
  }
  if (on === 'scored customer') {
    const { customer } = await makeCustomer(desk.prisma);
    await desk.prisma.riskScore.create({
      data: { customerId: customer.id, on: desk.clock.now(), score: 0.5, drivers: [], modelVersionId: 'any' },
    });
    return customer.id;
  }
  if (on === 'customer' || on === 'visit') {
    const visit = { kind: 'wifi', in_days: 4, window: '10-12', status: 'booked', trip_fee: 59 } as const;
    const number = `VIS-${randomInt(100_000_000)}`;
    const { customer } = await makeCustomer(desk.prisma, { visits: [{ number, ...visit }] });
    await makeConversation(desk.prisma, { customerId: customer.id });
    await makeTechnician(desk.prisma);
    await rememberFact(desk, customer.id);
    return on === 'customer' ? customer.id : number;
  }
  if (on === 'action') return waitingAction(desk, rep);
  const id = await openCase(desk, rep);
  if (on === 'cue') return (await cueOf(desk, id, 'triage')).id;
  if (on === 'remembered conversation') {
    const { customerId } = await desk.prisma.conversation.findUniqueOrThrow({ where: { id } });
    await rememberFact(desk, customerId);
  }
  if (on === 'ended conversation') await startWrapUp(rep, { params: { id } });
  if (on !== 'escalation') return id;
  const { escalation } = await escalateConversation(rep, {
    params: { id },
    body: { queue: 'legal-desk', kind: 'immediate', note: '' },
  });
  return escalation.id;
};

const TABLES = [
  'turn',
  'event',
  'run',
  'cue_event',
  'correction',
  'escalation',
  'draft',
  'presence',
  'audit_entry',
  'wrap_up',
  'customer',
  'conversation',
  'inbound_delivery',
  'customer_memory',
  'idempotency_key',
  'action',
  'approval',
  'receipt',
  'credit',
  'bill_line',
  'payment',
  'order',
  'coupon',
  'offer_decision',
  'offer_response',
  'visit',
];

/** Rows of every table a request could write to, and how conversations stand: equal before and after what has no effect. */
export const footprint = async ({ database }: Desk): Promise<string> => {
  const counts = TABLES.map((table) => `(SELECT count(*) FROM "${table}")`).join(` || ',' || `);
  const { rows } = await database.pool.query<{ is: string }>(
    `SELECT ${counts} || ' ' || (SELECT md5(string_agg(c::text, ';' ORDER BY id)) FROM conversation c) AS is`,
  );
  return rows[0]?.is ?? '';
};
