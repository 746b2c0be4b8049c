import { DAY } from '../core/clock';
import type { Account } from '../domain/customer';
import type { SentimentLabel } from '../domain/triage';
import { ACCOUNT, type Json, toAccount } from './accounts';
import { Prisma } from './generated/client';
import type { Db } from './handle';

/** How far back the newest conversation and outages count. */
const TALK_DAYS = 30;
const OUTAGE_DAYS = 90;

/** What cancel risk is read from, as it is stored. */
export interface RiskInput {
  account: Account;
  /** The customer's newest conversation; null when there is none of the last 30 days. */
  talk: { mood: SentimentLabel; falling: boolean | null; texts: string[] } | null;
  /** Outages of the last 90 days that took a service of theirs down. */
  outages: number;
}

interface Row {
  account: Json;
  talk: RiskInput['talk'];
  outages: number;
}

const input = (now: Date): Prisma.Sql => Prisma.sql`
  ${ACCOUNT} AS account,
  (SELECT jsonb_build_object('mood', c.sentiment,
      'falling', (SELECT q.payload #>> '{triage,sentiment,direction}' = 'falling' FROM cue q
        WHERE q.conversation_id = c.id AND q.kind = 'triage' AND q.state <> 'replaced' ORDER BY q.at DESC LIMIT 1),
      'texts', (SELECT coalesce(jsonb_agg(t.text ORDER BY t.seq), '[]') FROM turn t
        WHERE t.conversation_id = c.id AND t.role = 'customer' AND t.kind = 'message'))
    FROM conversation c WHERE c.customer_id = k.id AND c.last_turn_at > ${new Date(now.getTime() - TALK_DAYS * DAY)}
    ORDER BY c.last_turn_at DESC LIMIT 1) AS talk,
  (SELECT count(*)::int FROM incident n WHERE n.kind = 'outage' AND (n.area IS NULL OR n.area = k.area)
    AND n.started_at > ${new Date(now.getTime() - OUTAGE_DAYS * DAY)} AND n.started_at <= ${now}
    AND EXISTS (SELECT FROM service s WHERE s.customer_id = k.id AND s.kind = ANY (n.affects))) AS outages`;

const toInput = ({ account, talk, outages }: Row): RiskInput => ({
  account: toAccount(account),
  talk,
  outages,
});

/** Null when there is no such customer. */
export const loadRiskInput = async (db: Db, customerId: string, now: Date): Promise<RiskInput | null> => {
  const [row] = await db.$queryRaw<Row[]>`SELECT ${input(now)} FROM customer k WHERE k.id = ${customerId}`;
  return row ? toInput(row) : null;
};

/** Customers with a service, in order of their ids, after `last`: whoever has none has left already. */
export const riskInputsAfter = async (
  db: Db,
  last: string,
  limit: number,
  now: Date,
): Promise<RiskInput[]> => {
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${input(now)} FROM customer k
    WHERE k.id > ${last} AND EXISTS (SELECT FROM service s WHERE s.customer_id = k.id AND s.status <> 'ended')
    ORDER BY k.id LIMIT ${limit}`;
  return rows.map(toInput);
};
