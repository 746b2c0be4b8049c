import type { StreamEvent } from '@/lib/contracts/events';
import type { UserActor } from '@/lib/domain/user';
import { feed } from './feed';
import { scopeOf } from './scope-of';
import { services } from './services';

export interface Followed {
  /** Null for what is told at once and kept nowhere. */
  id: bigint | null;
  event: StreamEvent;
}

/**
 * Everything that happens in the actor's scope, from `after` on (null: from now), in order. Returns how to stop.
 */
export const followDesk = async (
  actor: UserActor,
  after: bigint | null,
  tell: (followed: Followed[]) => void,
): Promise<() => void> => {
  const { db } = await services();
  const scope = scopeOf(actor);
  const queues =
    scope.of === 'everyone'
      ? null
      : new Set(
          (await db.queue.findMany({ where: { teamId: scope.teamId }, select: { id: true } })).map(
            (queue) => queue.id,
          ),
        );
  const inScope = (queueId: string | null) => queues === null || (queueId !== null && queues.has(queueId));
  return feed().then(({ join }) =>
    join(after, {
      onEvents: (events) => {
        const mine = events
          .filter((logged) => inScope(logged.queueId))
          .map(({ id, event }) => ({ id, event }));
        if (mine.length > 0) tell(mine);
      },
      onEphemeral: (event, queueId) => {
        if (inScope(queueId)) tell([{ id: null, event }]);
      },
    }),
  );
};
