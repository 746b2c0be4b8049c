import type { QueryClient } from '@tanstack/react-query';
import { postReply, putDraft } from '@/lib/client/conversation-actions';
import { createDraftKeeper } from '@/lib/client/draft-keeper';
import { createOutbox, type HeldReply } from '@/lib/client/outbox';
import { explain } from '@/lib/client/query-client';
import type { Me } from '@/lib/contracts/people';
import type { Desk } from './desk-context';

const after = (ms: number, call: () => void): (() => void) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

/** How long a sent reply can be undone. */
export const UNDO_MS = 5000;

/** Wires outbox and drafts to the server. While a reply is held its words stay the server's draft, so that nothing is lost. */
export const makeDesk = (client: QueryClient, me: Me): Desk => {
  const isHeld = (id: string): boolean => outbox.store.get().some((reply) => reply.conversationId === id);
  const drafts = createDraftKeeper({
    save: (id, draft) => putDraft(client, id, draft),
    storage: localStorage,
    after,
    delayMs: 600,
    isHeld,
  });
  const send = async (reply: HeldReply): Promise<void> => {
    await postReply(client, reply);
    // What was written meanwhile is the draft now.
    after(0, () => void drafts.flush());
  };
  const outbox = createOutbox({ send, holdMs: UNDO_MS, now: Date.now, after, explain });
  return { me, drafts, outbox };
};
