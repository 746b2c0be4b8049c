import type { QueueRow } from '../contracts/conversations';
import type { Turn } from '../domain/conversation';

/** A queue row for tests. */
export const rowOf = (id: string, changes: Partial<QueueRow> = {}): QueueRow => ({
  id,
  customerName: 'Maya Ortiz',
  tier: 'gold',
  channel: 'chat',
  state: 'open',
  queue: 'billing',
  assigneeId: null,
  intent: null,
  urgency: 'normal',
  sentiment: 'neutral',
  waitingSince: null,
  dueAt: null,
  lastText: '',
  lastTurnAt: '2026-11-20T10:00:00.000Z',
  turnCount: 1,
  escalation: null,
  ...changes,
});

/** A customer's turn for tests; its id follows its number. */
export const turnOf = (seq: number, changes: Partial<Turn> = {}): Turn => ({
  id: `t${seq}`,
  conversationId: 'c',
  seq,
  role: 'customer',
  kind: 'message',
  text: `turn ${seq}`,
  authorId: null,
  authorName: 'Maya Ortiz',
  at: '2026-11-20T10:00:00.000Z',
  ...changes,
});
