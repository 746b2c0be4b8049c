import { createStore, type Store } from './store';

/** A reply that was sent but is held back for a moment, so that it can be undone. `dueAt` is when it goes out. */
export interface HeldReply {
  clientId: string;
  conversationId: string;
  text: string;
  cueId: string | null;
  at: number;
  dueAt: number;
  state: 'held' | 'sending' | 'failed';
  error: string | null;
}

export interface Outbox {
  store: Store<readonly HeldReply[]>;
  /** Holds a reply; one already held for the same conversation goes out first. */
  hold(reply: Pick<HeldReply, 'clientId' | 'conversationId' | 'text' | 'cueId'>): void;
  /** Takes a reply back while it is held or after it failed; null when it is too late. */
  undo(clientId: string): HeldReply | null;
  /** Sends now what is held, of one conversation or of all. */
  flush(conversationId?: string): Promise<void>;
  /** Sends again what failed. */
  retry(clientId: string): Promise<void>;
}

interface Ports {
  send(reply: HeldReply): Promise<void>;
  holdMs: number;
  now(): number;
  /** Calls back after some milliseconds; returns how to cancel. */
  after(ms: number, call: () => void): () => void;
  explain(thrown: unknown): string;
}

/** Holds replies back and sends them once: a reply keeps its `clientId` however often it is tried. */
export const createOutbox = ({ send, holdMs, now, after, explain }: Ports): Outbox => {
  const store = createStore<readonly HeldReply[]>([]);
  const cancels = new Map<string, () => void>();
  const find = (clientId: string): HeldReply | undefined =>
    store.get().find((reply) => reply.clientId === clientId);
  const change = (clientId: string, changes: Partial<HeldReply>): void =>
    store.set((all) => all.map((reply) => (reply.clientId === clientId ? { ...reply, ...changes } : reply)));
  const drop = (clientId: string): void =>
    store.set((all) => all.filter((reply) => reply.clientId !== clientId));
  const disarm = (clientId: string): void => {
    cancels.get(clientId)?.();
    cancels.delete(clientId);
  };

  const dispatch = async (clientId: string): Promise<void> => {
    disarm(clientId);
    const reply = find(clientId);
    if (reply === undefined || reply.state === 'sending') return;
    change(clientId, { state: 'sending', error: null });
    try {
      await send(reply);
      drop(clientId);
    } catch (thrown) {
      change(clientId, { state: 'failed', error: explain(thrown) });
    }
  };

  const flush = async (conversationId?: string): Promise<void> => {
    const due = store
      .get()
      .filter(
        (reply) =>
          reply.state === 'held' && (conversationId ?? reply.conversationId) === reply.conversationId,
      );
    await Promise.all(due.map(({ clientId }) => dispatch(clientId)));
  };

  return {
    store,
    flush,
    hold: (reply) => {
      void flush(reply.conversationId);
      const at = now();
      store.set((all) => [...all, { ...reply, at, dueAt: at + holdMs, state: 'held', error: null }]);
      cancels.set(
        reply.clientId,
        after(holdMs, () => void dispatch(reply.clientId)),
      );
    },
    undo: (clientId) => {
      const reply = find(clientId);
      if (reply === undefined || reply.state === 'sending') return null;
      disarm(clientId);
      drop(clientId);
      return reply;
    },
    retry: (clientId) => dispatch(clientId),
  };
};
