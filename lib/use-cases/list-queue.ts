import type { QueueRow, QueueView } from '@/lib/contracts/conversations';
import { idParams } from '@/lib/contracts/parts';
import { AppError } from '@/lib/core/errors';
import { listConversations } from '@/lib/db/conversations';
import type { Channel } from '@/lib/domain/channel';
import type { Urgency } from '@/lib/domain/triage';
import type { UserActor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { scopeOf } from './scope-of';
import { services } from './services';

const PAGE = 60;

/** The key of a conversation nobody waits in (lib/db/conversations.ts). */
const LATEST = Date.UTC(9999, 0, 1);

const writeCursor = (key: Date, id: string): string => `${key.getTime()}.${id}`;

const readCursor = (cursor: string): { key: Date; id: string } => {
  const [time, id] = cursor.split('.');
  if (
    !time ||
    !id ||
    !/^\d{1,15}$/.test(time) ||
    Number(time) > LATEST ||
    !idParams.shape.id.safeParse(id).success
  ) {
    throw new AppError('invalid', 'query.cursor is not one this list gave', {
      problems: [{ path: 'query.cursor', message: 'is not one this list gave' }],
    });
  }
  return { key: new Date(Number(time)), id };
};

interface Input {
  query: {
    view: QueueView;
    channel?: Channel | undefined;
    urgency?: Urgency | undefined;
    cursor?: string | undefined;
  };
}

/** A page of the queue, what breaches first on top. */
export const listQueue = async (
  actor: UserActor,
  { query }: Input,
): Promise<{ rows: QueueRow[]; next: string | null }> => {
  authorise(actor, 'list', { kind: 'queue' });
  const { db } = await services();
  const { cursor, ...filter } = query;
  const found = await listConversations(db, scopeOf(actor), actor.id, {
    ...filter,
    after: cursor ? readCursor(cursor) : undefined,
    limit: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    next: found.length > PAGE && last ? writeCursor(last.key, last.row.id) : null,
  };
};
