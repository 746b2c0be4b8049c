export interface ToastMessage {
  id: number;
  text: string;
  tone: 'plain' | 'danger';
}

type Listener = () => void;

let messages: readonly ToastMessage[] = [];
let nextId = 1;
const listeners = new Set<Listener>();

const set = (next: readonly ToastMessage[]): void => {
  messages = next;
  for (const listener of listeners) listener();
};

export const toasts = {
  get: (): readonly ToastMessage[] => messages,
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  close: (id: number): void => set(messages.filter((message) => message.id !== id)),
};

/** Says something for a few seconds; three at most stand at once. */
export const toast = (text: string, tone: ToastMessage['tone'] = 'plain'): void => {
  set([...messages, { id: nextId, text, tone }].slice(-3));
  nextId += 1;
};
