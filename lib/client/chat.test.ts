import { expect, it } from 'vitest';
import type { Chat } from '../contracts/chat';
import { applyChatEvent, withLater } from './chat';

const message = (seq: number) => ({
  seq,
  from: 'rep' as const,
  name: 'Dana',
  text: `m${seq}`,
  at: '2026-11-20T10:00:00.000Z',
});
const chat: Chat = { state: 'open', messages: [message(1), message(3)], personRequested: false };

it('adds a message once, in its place, and follows the state', () => {
  const added = applyChatEvent(chat, { kind: 'message', message: message(2) });
  expect(added.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(applyChatEvent(added, { kind: 'message', message: message(2) })).toBe(added);
  expect(applyChatEvent(chat, { kind: 'state', state: 'closed' }).state).toBe('closed');
});

it('keeps what came while an older answer was on its way, and begins anew with another chat', () => {
  const held: Chat = { ...chat, messages: [message(1), message(2), message(3)], personRequested: true };
  const fetched: Chat = { state: 'open', messages: [message(1)], personRequested: false };
  expect(withLater(fetched, held)).toEqual(held);
  expect(withLater({ ...fetched, state: 'none', messages: [] }, held).messages).toHaveLength(3);
  const other: Chat = { ...fetched, messages: [{ ...message(1), at: '2026-11-20T11:00:00.000Z' }] };
  expect(withLater(other, held)).toBe(other);
  expect(withLater(fetched, undefined)).toBe(fetched);
});
