import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Said } from '../chat';
import { climb } from './ladder';
import { bad, good } from './parsed';

const expected = {
  schema: z.strictObject({ id: z.string(), score: z.number().max(1) }),
  unknownIn: (text: string) => text.match(/\[EMAIL_9\]/g) ?? [],
  read: (wire: { id: string }) =>
    wire.id === 'stray' ? bad('wrong-meaning', 'id is not in the list') : good(wire.id),
};
const said = (over: Partial<Said>): Said => ({
  content: '{"id":"a","score":1}',
  refusal: null,
  finish: 'stop',
  hasChoice: true,
  usage: null,
  began: true,
  fault: null,
  ...over,
});

test.each<[string, Partial<Said>]>([
  ['plain', {}],
  ['without a finish reason', { finish: null }],
  ['fenced', { content: '```json\n{"id":"a","score":1}\n```' }],
  ['fenced in talk', { content: 'Here:\n```\n{"id":"a","score":1}\n```\nBye' }],
  ['behind a thought', { content: '<think>{"id":"no"}</think> {"id":"a","score":1}' }],
  ['behind two thoughts', { content: '<think>1</think>\n<thinking>2</thinking>{"id":"a","score":1}' }],
])('an answer %s is read', (_name, over) => {
  expect(climb(said(over), expected)).toEqual({ ok: true, value: 'a' });
});

test.each<[string, Partial<Said>, string]>([
  ['a fault of the call', { fault: { kind: 'timeout', message: '' } }, 'timeout'],
  ['a refusal', { content: '', refusal: 'no' }, 'refusal'],
  ['a filtered answer', { content: '', finish: 'content_filter' }, 'content-filter'],
  ['the token limit', { finish: 'length' }, 'truncated'],
  ['no choices', { content: '', hasChoice: false }, 'empty'],
  ['no content', { content: ' \n' }, 'empty'],
  ['an endless thought', { content: '<think>{"id":"a","score":1}' }, 'empty'],
  ['talk', { content: 'The first one.' }, 'not-json'],
  ['an answer that just ends', { content: '{"id":"a', finish: null }, 'truncated'],
  ['damaged characters', { content: '{"id":"\ufffd","score":1}' }, 'not-json'],
  ['a missing property', { content: '{"id":"a"}' }, 'wrong-shape'],
  ['a value out of range', { content: '{"id":"a","score":7}' }, 'wrong-shape'],
  ['another property', { content: '{"id":"a","score":1,"run":"rm"}' }, 'wrong-shape'],
  ['something that is not so', { content: '{"id":"stray","score":1}' }, 'wrong-meaning'],
  ['a placeholder nobody gave', { content: '{"id":"[EMAIL_9]","score":1}' }, 'wrong-meaning'],
])('%s is the fault it is', (_name, over, kind) => {
  expect(climb(said(over), expected)).toMatchObject({ ok: false, fault: { kind } });
});

test('a fault does not repeat what the model wrote', () => {
  const result = climb(said({ content: '{"id":7,"score":"maya@example.com","maya":1}' }), expected);
  expect(JSON.stringify(result)).not.toContain('maya');
});
