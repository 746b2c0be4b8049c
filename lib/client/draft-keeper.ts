export interface Draft {
  text: string;
  cueId: string | null;
}

/** Keeps drafts on the server, and in the browser until the server has them. */
export interface DraftKeeper {
  /** What was typed but not yet saved on the server, from this page or an earlier one. */
  unsaved(conversationId: string): Draft | null;
  change(conversationId: string, draft: Draft): void;
  /** Saves now what waits to be saved. Drafts that fail stay. */
  flush(): Promise<void>;
}

interface Ports {
  save(conversationId: string, draft: Draft): Promise<void>;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  after(ms: number, call: () => void): () => void;
  delayMs: number;
  /** While a reply of the conversation is held back, its words stay the server's draft: nothing else is saved over them. */
  isHeld(conversationId: string): boolean;
}

const keyOf = (conversationId: string): string => `draft:${conversationId}`;

const parse = (stored: string | null): Draft | null => {
  if (stored === null) return null;
  const [cueId, ...text] = stored.split('\n');
  return { cueId: cueId || null, text: text.join('\n') };
};

/** Saves a draft once typing pauses for `delayMs`. */
export const createDraftKeeper = ({ save, storage, after, delayMs, isHeld }: Ports): DraftKeeper => {
  const waiting = new Map<string, Draft>();
  const cancels = new Map<string, () => void>();

  const store = async (conversationId: string): Promise<void> => {
    cancels.get(conversationId)?.();
    const draft = waiting.get(conversationId);
    if (draft === undefined || isHeld(conversationId)) return;
    try {
      await save(conversationId, draft);
    } catch {
      // Kept in the browser: the next change or the next connection saves it.
      return;
    }
    if (waiting.get(conversationId) !== draft) return;
    waiting.delete(conversationId);
    storage.removeItem(keyOf(conversationId));
  };

  return {
    unsaved: (conversationId) => waiting.get(conversationId) ?? parse(storage.getItem(keyOf(conversationId))),
    change: (conversationId, draft) => {
      waiting.set(conversationId, draft);
      // An emptied box while its words are held back must not look like a discarded draft.
      if (draft.text !== '' || !isHeld(conversationId))
        storage.setItem(keyOf(conversationId), `${draft.cueId ?? ''}\n${draft.text}`);
      cancels.get(conversationId)?.();
      cancels.set(
        conversationId,
        after(delayMs, () => void store(conversationId)),
      );
    },
    flush: async () => {
      await Promise.all([...waiting.keys()].map(store));
    },
  };
};
