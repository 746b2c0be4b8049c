import type { AreaRisk, CallBack } from '../contracts/risk';
import { DAY } from '../core/clock';
import { usd } from '../core/money';
import {
  type CallOutcome,
  HIGH_RISK_FROM,
  MEDIUM_RISK_FROM,
  type RiskDriver,
  type RiskValues,
  riskBandOf,
} from '../domain/cancel-risk';
import { inScope, type Scope } from './conversations';
import type { Db, Tx } from './handle';
import type { LearntModel } from './model-versions';

/** A day as PostgreSQL's `date`. */
const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export interface ScoredCustomer {
  customerId: string;
  score: number;
  drivers: RiskDriver[];
  /** The figures it was read from: what the outcome is learnt from once it is known. */
  values: RiskValues;
}

/** Writes a day's scores. Scored again, a customer gets the newer score; that somebody rang stays. */
export const storeScores = async (
  db: Db,
  on: Date,
  modelVersionId: string,
  scores: readonly ScoredCustomer[],
): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO risk_score (customer_id, "on", score, drivers, model_version_id)
    SELECT s."customerId", ${dayOf(on)}::date, s.score, jsonb_build_object('drivers', s.drivers, 'values', s.values), ${modelVersionId}
    FROM jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) AS s("customerId" text, score float8, drivers jsonb, "values" jsonb)
    ON CONFLICT (customer_id, "on") DO UPDATE
      SET score = excluded.score, drivers = excluded.drivers, model_version_id = excluded.model_version_id`;
};

/** The newest day that was scored, as `YYYY-MM-DD`, and by which version most recently; null when none was. */
export const newestScores = async (
  db: Db,
  model: LearntModel,
): Promise<{ on: string; version: number } | null> => {
  const [row] = await db.$queryRaw<{ on: Date; version: number }[]>`
    SELECT r."on", m.version FROM risk_score r JOIN model_version m ON m.id = r.model_version_id
    WHERE m.model = ${model} AND r."on" = (SELECT max("on") FROM risk_score) ORDER BY m.version DESC LIMIT 1`;
  return row ? { on: dayOf(row.on), version: row.version } : null;
};

/** Every area with who is likely to leave and what waits there, the most expected leavers first. */
export const riskByArea = async (db: Db, on: string, today: Date): Promise<AreaRisk[]> => db.$queryRaw<
  AreaRisk[]
>`
  WITH scored AS (
    SELECT k.area, count(*)::int AS customers, sum(r.score) AS leavers, count(*) FILTER (WHERE r.score >= ${HIGH_RISK_FROM})::int AS high
    FROM risk_score r JOIN customer k ON k.id = r.customer_id WHERE r."on" = ${on}::date GROUP BY k.area
  ), talking AS (
    SELECT k.area, count(*)::int AS n FROM conversation c JOIN customer k ON k.id = c.customer_id WHERE c.state = 'open' GROUP BY k.area
  ), visiting AS (
    SELECT k.area, count(*)::int AS n FROM visit v JOIN customer k ON k.id = v.customer_id
    WHERE v.status = 'booked' AND v."on" >= ${dayOf(today)}::date GROUP BY k.area
  )
  SELECT s.area, s.customers, s.leavers AS "expectedLeavers", s.high, s.high::float8 / s.customers AS "shareHigh",
    coalesce(t.n, 0) AS "openConversations", coalesce(v.n, 0) AS "waitingVisits"
  FROM scored s LEFT JOIN talking t ON t.area IS NOT DISTINCT FROM s.area LEFT JOIN visiting v ON v.area IS NOT DISTINCT FROM s.area
  ORDER BY s.leavers DESC, s.area`;

interface CallRow {
  id: string;
  name: string;
  tier: CallBack['tier'];
  area: string | null;
  phone: string | null;
  monthly: number;
  score: number;
  drivers: RiskDriver[];
  last: CallBack['last'];
  in_contact: boolean;
  called_at: Date | null;
  called_by: string | null;
  called_outcome: CallOutcome | null;
}

const toCallBack = (row: CallRow): CallBack => ({
  customerId: row.id,
  name: row.name,
  tier: row.tier,
  area: row.area,
  phone: row.phone,
  monthly: usd(row.monthly),
  score: row.score,
  band: riskBandOf(row.score),
  drivers: row.drivers,
  last: row.last && { ...row.last, at: new Date(row.last.at).toISOString() },
  inContact: row.in_contact,
  called:
    row.called_at && row.called_outcome
      ? { at: row.called_at.toISOString(), by: row.called_by ?? '', outcome: row.called_outcome }
      : null,
});

/** Who was reached is let be for a month, who asked not to be rung for a year. */
const REACHED_DAYS = 30;
const LET_BE_DAYS = 365;

/**
 * Whom to ring, by what is likely to be lost each month (chance times monthly price), those rung today last. Who was reached lately or
 * asked not to be rung is not on it. Conversations outside the scope are not quoted.
 */
export const listCallBacks = async (
  db: Db,
  scope: Scope,
  { on, now, limit }: { on: string; now: Date; limit: number },
): Promise<CallBack[]> => {
  const rows = await db.$queryRaw<CallRow[]>`
    SELECT k.id, k.name, k.tier, k.area, r.score, r.drivers -> 'drivers' AS drivers, r.called_at, r.called_outcome, u.name AS called_by, m.monthly,
      (SELECT p.value FROM contact_point p WHERE p.customer_id = k.id AND p.kind = 'phone' ORDER BY p.id LIMIT 1) AS phone,
      EXISTS (SELECT FROM conversation o WHERE o.customer_id = k.id AND o.state = 'open') AS in_contact,
      (SELECT jsonb_build_object('conversationId', c.id, 'at', c.last_turn_at, 'channel', c.channel, 'said',
          coalesce((SELECT left(t.text, 240) FROM turn t WHERE t.conversation_id = c.id AND t.role = 'customer' AND t.kind = 'message' ORDER BY t.seq DESC LIMIT 1), ''))
        FROM conversation c WHERE c.customer_id = k.id AND ${inScope(scope)} ORDER BY c.last_turn_at DESC LIMIT 1) AS last
    FROM risk_score r JOIN customer k ON k.id = r.customer_id LEFT JOIN "user" u ON u.id = r.called_by_id,
      LATERAL (SELECT coalesce(sum(s.price_minor), 0)::int AS monthly FROM service s WHERE s.customer_id = k.id AND s.status <> 'ended') m
    WHERE r."on" = ${on}::date AND r.score >= ${MEDIUM_RISK_FROM} AND NOT EXISTS (
      SELECT FROM risk_score e WHERE e.customer_id = k.id AND e."on" < r."on" AND (
        (e.called_outcome = 'reached' AND e.called_at > ${new Date(now.getTime() - REACHED_DAYS * DAY)})
        OR (e.called_outcome = 'do-not-call' AND e.called_at > ${new Date(now.getTime() - LET_BE_DAYS * DAY)})))
    ORDER BY r.called_at IS NOT NULL, r.score * m.monthly DESC, k.id LIMIT ${limit}`;
  return rows.map(toCallBack);
};

/** Notes that somebody rang, on the newest scored day. Null when the customer was not scored; `false` when it is noted already. */
export const recordCall = async (
  tx: Tx,
  customerId: string,
  call: { byId: string; outcome: CallOutcome; at: Date },
): Promise<boolean | null> => {
  const [row] = await tx.$queryRaw<{ on: Date; called_outcome: string | null }[]>`
    SELECT "on", called_outcome FROM risk_score WHERE customer_id = ${customerId} ORDER BY "on" DESC LIMIT 1 FOR UPDATE`;
  if (!row) return null;
  // Who did not answer may be rung again the same day.
  if (row.called_outcome !== null && row.called_outcome !== 'no-answer') return false;
  await tx.riskScore.update({
    where: { customerId_on: { customerId, on: row.on } },
    data: { calledAt: call.at, calledById: call.byId, calledOutcome: call.outcome },
  });
  return true;
};
