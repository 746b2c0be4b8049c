import { z } from 'zod';
import { DAY } from '../core/clock';
import { newId } from '../core/ids';
import type { Db, Tx } from './handle';

const featuresSchema = z.record(z.string(), z.number().nullable());

export interface CancelOutcome {
  features: Record<string, number | null>;
  left: boolean;
}

/** Outcomes that are learnt from at most, the newest: these take a few seconds, for which a worker does nothing else. */
const MOST = 20_000;

export const countOutcomes = (db: Db): Promise<number> => db.cancelOutcome.count();

/** What is known of who left and who stayed, the oldest first. */
export const listOutcomes = async (db: Db): Promise<CancelOutcome[]> => {
  const rows = await db.cancelOutcome.findMany({
    orderBy: [{ on: 'desc' }, { id: 'desc' }],
    take: MOST,
    select: { features: true, left: true },
  });
  return rows.reverse().map(({ features, left }) => ({ features: featuresSchema.parse(features), left }));
};

/** What cancel risk foretells: whether somebody leaves within so many days. */
const HORIZON_DAYS = 60;

const SETTLE_LOCK = 730_114;

interface Settled {
  customer_id: string;
  on: Date;
  features: Record<string, number | null>;
  left: boolean;
}

/**
 * Makes outcomes of scores that are 60 days old: who had a service then and has none that went on past the horizon has left. One day
 * a month of each customer counts, because the days between say the same again. Returns how many were added; again adds none.
 */
export const settleOutcomes = async (tx: Tx, now: Date): Promise<number> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${SETTLE_LOCK})::text`;
  const settled = await tx.$queryRaw<Settled[]>`
    SELECT DISTINCT ON (r.customer_id, date_trunc('month', r."on")) r.customer_id, r."on", r.drivers -> 'values' AS features,
      NOT EXISTS (SELECT FROM service s WHERE s.customer_id = r.customer_id
        AND ((s.ends_on IS NULL AND s.status <> 'ended') OR s.ends_on > r."on" + ${HORIZON_DAYS}::int)) AS left
    FROM risk_score r
    WHERE r."on" < ${new Date(now.getTime() - HORIZON_DAYS * DAY)}::date AND r.drivers -> 'values' IS NOT NULL
      AND NOT EXISTS (SELECT FROM cancel_outcome o WHERE o.customer_id = r.customer_id
        AND date_trunc('month', o."on") = date_trunc('month', r."on"))
    ORDER BY r.customer_id, date_trunc('month', r."on"), r."on"`;
  await tx.cancelOutcome.createMany({
    data: settled.map(({ customer_id, on, features, left }) => ({
      id: newId('out', on.getTime()),
      customerId: customer_id,
      features,
      left,
      on,
    })),
  });
  return settled.length;
};
