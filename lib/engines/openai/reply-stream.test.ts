import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFieldReader } from './reply-stream';

const read = (text: string, cuts: readonly number[]): string => {
  const reader = createFieldReader('reply');
  const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  return at
    .slice(1)
    .map((end, index) => reader.push(text.slice(at[index], end)))
    .join('');
};

const ascii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

test('whatever the reply and wherever the pieces end, the pieces add up to it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string(),
      fc.array(fc.nat(), { maxLength: 12 }),
      fc.boolean(),
      (reply, other, cuts, escaped) => {
        const answer = {
          abstain: other,
          nested: { reply: 'not this', list: [{ reply: 'nor this' }] },
          facts: ['reply', other],
          reply,
          confidence: 0.5,
        };
        const json = JSON.stringify(answer);
        expect(read(escaped ? ascii(json) : json, cuts)).toBe(reply);
      },
    ),
  );
});

test('a thought before the answer is not the reply', () => {
  expect(read('<think>{"reply": "no"}</think>\n```json\n{"reply": "yes"}\n```', [5, 20, 33])).toBe('yes');
});

test('a half of a pair waits for the other half', () => {
  const reader = createFieldReader('reply');
  expect(reader.push('{"reply":"a\\ud83d')).toBe('a');
  expect(reader.push('\\ude00b')).toBe('😀b');
});
