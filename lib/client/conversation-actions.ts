import type { QueryClient } from '@tanstack/react-query';
import { mutationOptions } from '@tanstack/react-query';
import {
  addNote,
  finishWrapUp,
  saveDraft,
  sendReply,
  startWrapUp,
  takeConversation,
  tellPresence,
} from '../contracts/conversations';
import { escalateConversation } from '../contracts/escalations';
import type { EscalationKind } from '../domain/escalation';
import type { Disposition } from '../domain/wrap-up';
import { actionsQuery } from './account-actions';
import { askAgain } from './ask-again';
import { call } from './call';
import { conversationKeys, conversationQuery, earlierTurns } from './conversations';
import type { Draft } from './draft-keeper';
import type { HeldReply } from './outbox';
import { addEarlier, addTurn } from './patch-view';
import { retentionQuery } from './retention';

/** Asks again for the conversation and for what may be done in it, which goes by whose it is. */
const refresh = (client: QueryClient, id: string): Promise<void> => {
  for (const { queryKey } of [actionsQuery(id), retentionQuery(id)]) void askAgain(client, queryKey);
  return client.invalidateQueries({ queryKey: conversationKeys.view(id) });
};

/** Sends a reply and puts it on the timeline at once; the stream's own copy is then known by its id. */
export const postReply = async (
  client: QueryClient,
  { conversationId, text, cueId, clientId }: HeldReply,
): Promise<void> => {
  const { turn } = await call(sendReply, {
    params: { id: conversationId },
    body: { text, cueId, clientId },
    keepalive: true,
  });
  client.setQueryData(conversationQuery(conversationId).queryKey, (view) => view && addTurn(view, turn));
};

export const putDraft = async (client: QueryClient, id: string, draft: Draft): Promise<void> => {
  await call(saveDraft, { params: { id }, body: draft, keepalive: true });
  client.setQueryData(conversationQuery(id).queryKey, (view) => view && { ...view, draft });
};

export const noteMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (text: string) => call(addNote, { params: { id }, body: { text } }),
    onSuccess: ({ turn }) => {
      client.setQueryData(conversationQuery(id).queryKey, (view) => view && addTurn(view, turn));
    },
  });

export const takeMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (from: string | null) => call(takeConversation, { params: { id }, body: { from } }),
    onSettled: () => refresh(client, id),
  });

export const endMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: () => call(startWrapUp, { params: { id } }),
    onSuccess: ({ wrapUp }) => {
      client.setQueryData(conversationQuery(id).queryKey, (view) => view && { ...view, wrapUp });
      return refresh(client, id);
    },
  });

export const finishMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (body: { disposition: Disposition; notes: string; followUp: string | null }) =>
      call(finishWrapUp, { params: { id }, body }),
    onSuccess: () => refresh(client, id),
  });

export const escalateMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (body: { queue: string; kind: EscalationKind; note: string }) =>
      call(escalateConversation, { params: { id }, body }),
    onSuccess: ({ escalation }) => {
      client.setQueryData(conversationQuery(id).queryKey, (view) => view && { ...view, escalation });
      return refresh(client, id);
    },
  });

/** Loads the turns before those held. Resolves to whether there are still earlier ones. */
export const loadEarlier = async (client: QueryClient, id: string): Promise<boolean> => {
  const { queryKey } = conversationQuery(id);
  const view = client.getQueryData(queryKey);
  const first = view?.turns[0]?.seq;
  if (view === undefined || first === undefined || !view.earlier) return false;
  const page = await earlierTurns(id, first);
  client.setQueryData(queryKey, (now) => now && addEarlier(now, page));
  return page.earlier;
};

const HEARTBEAT = 15_000;

/** Tells the others that this user is here and whether they type, until stopped. Failures cost nothing: the next beat tells it again. */
export const startPresence = (
  client: QueryClient,
  id: string,
): { typing(is: boolean): void; stop(): void } => {
  let typing = false;
  const tell = (): void => {
    call(tellPresence, { params: { id }, body: { typing } }).then(
      ({ presence }) =>
        client.setQueryData(conversationQuery(id).queryKey, (view) => view && { ...view, presence }),
      () => undefined,
    );
  };
  tell();
  const timer = setInterval(tell, HEARTBEAT);
  return {
    typing: (is) => {
      if (is === typing) return;
      typing = is;
      tell();
    },
    stop: () => {
      clearInterval(timer);
      if (typing) {
        typing = false;
        tell();
      }
    },
  };
};
