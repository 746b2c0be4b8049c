'use client';
import { parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { QueueFilter } from '@/lib/client/conversations';
import { QUEUE_VIEWS, type QueueView } from '@/lib/contracts/conversations';
import { CHANNELS } from '@/lib/domain/channel';
import { urgencySchema } from '@/lib/domain/triage';

/** The filter of the queue, kept in the address so that it can be shared and survives a reload. */
export const useQueueFilter = (views: readonly QueueView[]) => {
  const [state, setFilter] = useQueryStates(
    {
      view: parseAsStringLiteral(QUEUE_VIEWS),
      channel: parseAsStringLiteral(CHANNELS),
      urgency: parseAsStringLiteral(urgencySchema.options),
    },
    { history: 'replace' },
  );
  const view = state.view !== null && views.includes(state.view) ? state.view : 'open';
  const filter: QueueFilter = {
    view,
    ...(state.channel === null ? {} : { channel: state.channel }),
    ...(state.urgency === null ? {} : { urgency: state.urgency }),
  };
  return { filter, view, channel: state.channel, urgency: state.urgency, setFilter };
};
