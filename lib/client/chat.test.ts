import { expect, it } from 'vitest';
import type { Chat } from '../contracts/chat';
import { applyChatEvent } from './chat';

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
