'use client';
import { useCallback, useState } from 'react';
import { useDesk } from '@/components/shell/desk-context';
import type { Draft } from '@/lib/client/draft-keeper';
import type { ConversationView } from '@/lib/contracts/conversations';

const EMPTY: Draft = { text: '', cueId: null };

/** The reply being written: what the browser still holds from before, else the server's draft. Each change is kept. */
export const useComposer = ({ conversation, draft: saved }: ConversationView) => {
  const { drafts, outbox } = useDesk();
  const { id } = conversation;
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = drafts.unsaved(id) ?? saved;
    // A held reply is still the server's draft; it is on its way and must not be written twice.
    return outbox.store.get().some((reply) => reply.conversationId === id && reply.text === kept.text)
      ? EMPTY
      : kept;
  });

  const change = useCallback(
    (next: Draft) => {
      // An emptied reply no longer began from a suggestion.
      const kept = next.text === '' ? EMPTY : next;
      setDraft(kept);
      drafts.change(id, kept);
    },
    [drafts, id],
  );

  return { draft, change };
};
