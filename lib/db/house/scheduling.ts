import { randomInt } from 'node:crypto';
import type { Calendar, Engagement, SlotTime } from '../../actions/scheduling/free-slots';
import type { Booking, Visit } from '../../actions/systems/scheduling';
import { newId } from '../../core/ids';
import { Prisma } from '../generated/client';
import type { Tx } from '../handle';

const DAY_LOCK = 730_420;

/** Whoever changes the visits of a day waits here for whoever does so already, to the end of their transaction. */
export const holdDay = async (tx: Tx, day: string): Promise<void> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${DAY_LOCK}::int, ${day}::date - '2000-01-01'::date)::text`;
};

/** All technicians, and the visits they have between two days, both counted; without one that is about to be placed anew. */
export const readCalendar = async (
  tx: Tx,
  from: string,
  to: string,
  but: string | null = null,
): Promise<Calendar> => {
  const technicians = await tx.technician.findMany({ orderBy: { id: 'asc' } });
  const engagements = await tx.$queryRaw<Engagement[]>`
    SELECT v.technician_id AS "technicianId", v.on::text AS day, v.window, k.area
    FROM visit v JOIN customer k ON k.id = v.customer_id
    WHERE v.status = 'booked' AND v.technician_id IS NOT NULL AND v.on BETWEEN ${from}::date AND ${to}::date
      AND v.id IS DISTINCT FROM ${but}`;
  return { technicians, engagements };
};

type VisitRow = Omit<Visit, 'part'> & {
  part: string | null;
  partStatus: string | null;
  partExpected: string | null;
};

const toVisit = ({ part, partStatus, partExpected, ...visit }: VisitRow): Visit => ({
  ...visit,
  part:
    part === null
      ? null
      : ({ name: part, status: partStatus ?? 'ordered', expected: partExpected } as Visit['part']),
});

const selectVisit = async (tx: Tx, which: Prisma.Sql): Promise<Visit | null> => {
  const [row] = await tx.$queryRaw<VisitRow[]>`
    SELECT v.id, v.number, v.kind, v.on::text AS day, v.window, v.status, v.trip_fee_minor AS "tripFee", t.name AS technician, v.model,
      v.symptom, v.part, v.part_status AS "partStatus", v.part_expected::text AS "partExpected", v.action_id AS "bookedBy"
    FROM visit v LEFT JOIN technician t ON t.id = v.technician_id WHERE ${which}`;
  return row ? toVisit(row) : null;
};

/** A visit of this customer by id or number. */
export const findVisit = (tx: Tx, customerId: string, visit: string): Promise<Visit | null> =>
  selectVisit(tx, Prisma.sql`v.customer_id = ${customerId} AND (v.id = ${visit} OR v.number = ${visit})`);

/** The same, and nobody else changes it until the end of the transaction. */
export const holdVisit = async (tx: Tx, customerId: string, visit: string): Promise<Visit | null> => {
  await tx.$queryRaw`SELECT id FROM visit WHERE customer_id = ${customerId} AND (id = ${visit} OR number = ${visit}) FOR UPDATE`;
  return findVisit(tx, customerId, visit);
};

/** The visit that an action put into the calendar. */
export const findVisitOf = (tx: Tx, customerId: string, actionId: string): Promise<Visit | null> =>
  selectVisit(tx, Prisma.sql`v.customer_id = ${customerId} AND v.action_id = ${actionId}`);

/** Numbers rise in the order of booking, with gaps, so that the next one cannot be told from the last. */
const nextNumber = async (tx: Tx): Promise<string> => {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    SELECT coalesce(max(substring(number FROM 5)::int), 10000) AS last FROM visit WHERE number ~ '^VIS-[0-9]{5,8}$'`;
  return `VIS-${(row?.last ?? 10_000) + 1 + randomInt(9)}`;
};

/** Stores a visit with a technician. Null when that technician was just booked in that window, or another visit took its number. */
export const insertVisit = async (
  tx: Tx,
  booking: Booking,
  technicianId: string,
  actionId: string,
): Promise<Visit | null> => {
  const { customerId, kind, day, window, tripFee, model, symptom } = booking;
  const row = {
    kind,
    window,
    tripFeeMinor: tripFee,
    model,
    symptom,
    technicianId,
    actionId,
    status: 'booked',
  };
  const number = await nextNumber(tx);
  const { count } = await tx.visit.createMany({
    data: [{ ...row, id: newId('vis'), customerId, number, on: new Date(day) }],
    skipDuplicates: true,
  });
  return count === 1 ? findVisitOf(tx, customerId, actionId) : null;
};

/** Puts a visit into a slot with a technician and makes it booked. False when that technician has another visit there. */
export const placeVisit = async (
  tx: Tx,
  visitId: string,
  { day, window }: SlotTime,
  technicianId: string,
): Promise<boolean> =>
  (await tx.$executeRaw`
    UPDATE visit SET "on" = ${day}::date, "window" = ${window}, status = 'booked', technician_id = ${technicianId} WHERE id = ${visitId}
      AND NOT EXISTS (SELECT FROM visit o WHERE o.technician_id = ${technicianId} AND o.on = ${day}::date AND o.window = ${window}
        AND o.status = 'booked' AND o.id <> ${visitId})`) === 1;

export const updateVisit = async (
  tx: Tx,
  id: string,
  data: { status: string } | { tripFeeMinor: number } | { actionId: string },
): Promise<void> => {
  await tx.visit.update({ where: { id }, data });
};
