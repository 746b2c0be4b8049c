import { describe, expect, test } from 'vitest';
import { parseDialogues } from './dialogue-file';

const line = (
  id: unknown,
  turns: unknown = [
    ['customer', 'hi'],
    ['agent', 'hello'],
  ],
): string => JSON.stringify({ id, turns });

describe('parseDialogues', () => {
  test('the agent’s side is the rep’s, numbers may be ids, empty lines and further members are passed over', () => {
    const text = `${line('a')}\r\n\n${JSON.stringify({ id: 7, turns: [['agent', 'hi']], references: ['x'], source: 'y' })}\n`;
    expect(parseDialogues(text)).toEqual([
      {
        id: 'a',
        turns: [
          { role: 'customer', text: 'hi' },
          { role: 'rep', text: 'hello' },
        ],
      },
      { id: '7', turns: [{ role: 'rep', text: 'hi' }] },
    ]);
  });

  test('reads no further than the limit', () => {
    expect(parseDialogues(`${line('a')}\n{broken`, 1)).toHaveLength(1);
  });

  test.each([
    [`${line('a')}\n{broken`, 'line 2: is not JSON'],
    [`\n\n${line('a', [['bot', 'hi']])}`, 'line 3: turns.0.0'],
    [line('a', []), 'line 1: turns'],
    [line('a', [['customer', '']]), 'line 1: turns.0.1'],
    [`${line('a')}\n${line('b')}\n${line('a')}`, 'line 3: id: "a" is on line 1 already'],
    ['[]', 'line 1: the value'],
    ['\n', 'there is no dialogue'],
  ])('%j is refused with its line', (text, reason) => {
    expect(() => parseDialogues(text)).toThrow(reason);
  });
});
