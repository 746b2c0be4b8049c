import type { UserActor } from '@/lib/domain/user';
import { escalateConversation } from '@/lib/use-cases/escalate-conversation';
import { startWrapUp } from '@/lib/use-cases/start-wrap-up';
import type { Desk } from '@/lib/use-cases/testing/desk';
import { cueOf, customerWrites, openCase } from '@/lib/use-cases/testing/says';
import type { On } from './console-routes';

/** Makes what a route is called on, in the hands of `rep`, and returns its id. */
export const prepare = async (desk: Desk, rep: UserActor, on: On): Promise<string | undefined> => {
  if (on === 'nothing') return undefined;
  if (on === 'waiting conversation') {
    const waiting = await customerWrites();
    await desk.workOff();
    return waiting;
  }
  const id = await openCase(desk, rep);
  if (on === 'cue') return (await cueOf(desk, id, 'triage')).id;
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
];

/** Rows of every table a request could write to, and how conversations stand: equal before and after what has no effect. */
export const footprint = async ({ database }: Desk): Promise<string> => {
  const counts = TABLES.map((table) => `(SELECT count(*) FROM "${table}")`).join(` || ',' || `);
  const { rows } = await database.pool.query<{ is: string }>(
    `SELECT ${counts} || ' ' || (SELECT md5(string_agg(c::text, ';' ORDER BY id)) FROM conversation c) AS is`,
  );
  return rows[0]?.is ?? '';
};
