import { createStore } from './store';

/** How many turns of each conversation this browser has shown, so that a row can say "unread". */
export const seen = createStore<Readonly<Record<string, number>>>({});

const KEY = 'seen';
const MOST = 500;

export const restoreSeen = (): void => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (kept !== null && typeof kept === 'object') seen.set(kept as Record<string, number>);
  } catch {
    localStorage.removeItem(KEY);
  }
};

export const markSeen = (conversationId: string, turnCount: number): void => {
  const before = seen.get();
  if ((before[conversationId] ?? 0) >= turnCount) return;
  const { [conversationId]: _moved, ...rest } = before;
  const next = Object.fromEntries(
    [...Object.entries(rest), [conversationId, turnCount]].slice(-MOST),
  ) as Record<string, number>;
  seen.set(next);
  localStorage.setItem(KEY, JSON.stringify(next));
};
