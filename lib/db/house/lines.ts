import type { LineReading } from '../../actions/services/line-verdict';
import type { LineTest } from '../../actions/systems/services';
import { newId } from '../../core/ids';
import type { Incident } from '../../domain/incident';
import type { Tx } from '../handle';

/** What a fiber line measures now; no light where its optical terminal is off. Null where there is no such line. */
export const readLine = async (
  tx: Tx,
  customerId: string,
  serviceId: string,
): Promise<LineReading | null> => {
  const [row] = await tx.$queryRaw<(LineReading & { terminalOff: boolean })[]>`
    SELECT l.received_dbm AS "receivedDbm", l.loss_percent AS "lossPercent", l.latency_ms AS "latencyMs",
      EXISTS (SELECT 1 FROM device d WHERE d.customer_id = s.customer_id AND d.model LIKE 'ON-%' AND d.status = 'offline') AS "terminalOff"
    FROM line l JOIN service s ON s.id = l.service_id WHERE s.id = ${serviceId} AND s.customer_id = ${customerId}`;
  if (!row) return null;
  const { terminalOff, ...reading } = row;
  return terminalOff ? { receivedDbm: null, lossPercent: 100, latencyMs: 0 } : reading;
};

export const recordLineTest = async (tx: Tx, serviceId: string, test: LineTest, at: Date): Promise<void> => {
  const { receivedDbm, lossPercent, latencyMs, verdict } = test;
  await tx.lineTest.create({
    data: { id: newId('lin', at.getTime()), serviceId, at, receivedDbm, lossPercent, latencyMs, verdict },
  });
};

/** Incidents that are not over at a moment, the newest first. */
export const openIncidents = async (tx: Tx, now: Date): Promise<Incident[]> => {
  const rows = await tx.incident.findMany({
    where: { OR: [{ resolvedAt: null }, { resolvedAt: { gt: now } }] },
    orderBy: { startedAt: 'desc' },
  });
  return rows.map(({ startedAt, restoreAt, kind, affects, ...row }) => ({
    ...row,
    kind: kind as Incident['kind'],
    affects: affects as Incident['affects'],
    startedAt: startedAt.toISOString(),
    restoreAt: restoreAt?.toISOString() ?? null,
  }));
};
