import type { QueueRow } from '../contracts/conversations';
import type { QueueFilter } from './conversations';

const ascending = (a: string | null, b: string | null): number => {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
};

/** As the server pages them: what breaches first on top, those that wait for nothing last; closed ones, the latest first. */
export const compareRows = (a: QueueRow, b: QueueRow): number =>
  a.state === 'closed' && b.state === 'closed'
    ? ascending(b.lastTurnAt, a.lastTurnAt) || ascending(b.id, a.id)
    : ascending(a.dueAt, b.dueAt) || ascending(a.id, b.id);

const inView: Record<NonNullable<QueueFilter['view']>, (row: QueueRow, userId: string) => boolean> = {
  mine: (row, userId) => row.state === 'open' && row.assigneeId === userId,
  waiting: (row) => row.state === 'open' && row.assigneeId === null,
  open: (row) => row.state === 'open',
  closed: (row) => row.state === 'closed',
};

/** Whether a row is part of a filtered queue, as the server would decide. */
export const belongs = (row: QueueRow, filter: QueueFilter, userId: string): boolean =>
  inView[filter.view ?? 'open'](row, userId) &&
  (filter.channel === undefined || filter.channel === row.channel) &&
  (filter.urgency === undefined || filter.urgency === row.urgency);
