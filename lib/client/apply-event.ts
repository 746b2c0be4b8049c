import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { QueueRow } from '../contracts/conversations';
import type { StreamEvent } from '../contracts/events';
import { escalationStateSchema } from '../domain/escalation';
import { actionsQuery, storeAction } from './account-actions';
import { askAgain } from './ask-again';
import {
  conversationKeys,
  conversationQuery,
  cuesQuery,
  liveReplyQuery,
  type QueueFilter,
} from './conversations';
import { escalationsQuery } from './escalations';
import { changeRun, storeCues, withdrawReply } from './patch-cues';
import { patchEscalations } from './patch-escalations';
import { patchQueue, type QueueData } from './patch-queue';
import { addTurn, changeRow, leavesGap, rightsChanged } from './patch-view';
import { belongs } from './queue-order';
import { retentionQuery } from './retention';

type Of<K extends StreamEvent['kind']> = Extract<StreamEvent, { kind: K }>;

const filterOf = (key: QueryKey): QueueFilter => key[conversationKeys.queues.length] as QueueFilter;

/** Offers stand on the whole conversation and account: the server decides them again. */
const decideOffers = (client: QueryClient, id: string): void =>
  void askAgain(client, retentionQuery(id).queryKey);

const decideActions = (client: QueryClient, id: string): void =>
  void askAgain(client, actionsQuery(id).queryKey);

const applyTurn = (client: QueryClient, { turn }: Of<'turn.added'>): void => {
  const query = conversationQuery(turn.conversationId);
  const view = client.getQueryData(query.queryKey);
  if (view === undefined) return;
  if (leavesGap(view, turn)) void client.invalidateQueries({ queryKey: query.queryKey });
  client.setQueryData(query.queryKey, addTurn(view, turn));
};

const applyRow = (client: QueryClient, row: QueueRow, userId: string): void => {
  for (const [queryKey, data] of client.getQueriesData<QueueData>({ queryKey: conversationKeys.queues }))
    if (data) client.setQueryData(queryKey, patchQueue(data, row, belongs(row, filterOf(queryKey), userId)));
  const { queryKey } = conversationQuery(row.id);
  const view = client.getQueryData(queryKey);
  if (view === undefined) return;
  client.setQueryData(queryKey, changeRow(view, row));
  if (rightsChanged(view, row)) void client.invalidateQueries({ queryKey });
  // Always: the view may have been fetched since, and then its rights look as if nothing had changed.
  decideActions(client, row.id);
  decideOffers(client, row.id);
};

const applyEscalation = (client: QueryClient, { escalation }: Of<'escalation.changed'>): void => {
  for (const state of escalationStateSchema.options)
    client.setQueryData(
      escalationsQuery(state).queryKey,
      (held) => held && patchEscalations(held, state, escalation),
    );
  client.setQueryData(
    conversationQuery(escalation.conversationId).queryKey,
    (view) => view && { ...view, escalation },
  );
};

/** Patches the cache with what the stream says. `userId` is who looks, for the view "mine". */
export const applyEvent = (client: QueryClient, event: StreamEvent, userId: string): void => {
  switch (event.kind) {
    case 'turn.added':
      applyTurn(client, event);
      decideOffers(client, event.turn.conversationId);
      return;
    case 'conversation.changed':
      applyRow(client, event.row, userId);
      return;
    case 'cues.stored': {
      const { queryKey } = cuesQuery(event.conversationId);
      client.setQueryData(queryKey, (held) => held && storeCues(held, event.runId, event.cues));
      if (event.cues.some((cue) => cue.payload.kind === 'resolution'))
        client.setQueryData(liveReplyQuery(event.conversationId).queryKey, null);
      void client.invalidateQueries({ queryKey: conversationKeys.trace(event.conversationId) });
      decideActions(client, event.conversationId);
      decideOffers(client, event.conversationId);
      return;
    }
    case 'cues.withdrawn': {
      client.setQueryData(cuesQuery(event.conversationId).queryKey, (held) => held && withdrawReply(held));
      client.setQueryData(liveReplyQuery(event.conversationId).queryKey, null);
      return;
    }
    case 'run.changed': {
      client.setQueryData(
        cuesQuery(event.conversationId).queryKey,
        (held) => held && changeRun(held, event.runId, event.state),
      );
      if (event.state !== 'queued' && event.state !== 'running')
        void client.invalidateQueries({ queryKey: conversationKeys.trace(event.conversationId) });
      return;
    }
    case 'escalation.changed':
      applyEscalation(client, event);
      return;
    case 'action.changed':
      storeAction(client, event.action);
      decideOffers(client, event.conversationId);
      return;
    case 'retention.changed':
      decideOffers(client, event.conversationId);
      return;
    case 'reply.delta': {
      client.setQueryData(liveReplyQuery(event.conversationId).queryKey, (held) => ({
        runId: event.runId,
        text: held?.runId === event.runId ? held.text + event.text : event.text,
      }));
      return;
    }
    case 'presence.changed':
    case 'wrap-up.changed':
      void client.invalidateQueries({ queryKey: conversationKeys.view(event.conversationId) });
      return;
    default:
      event satisfies never;
  }
};
