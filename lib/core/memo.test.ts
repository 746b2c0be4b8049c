import { expect, test } from 'vitest';
import { memoByText } from './memo';

test('computes once per text, and again what it had to forget', () => {
  const computed: string[] = [];
  const length = memoByText(2, (text) => {
    computed.push(text);
    return text.length;
  });
  expect([length('a'), length('bb'), length('a'), length('ccc'), length('a')]).toEqual([1, 2, 1, 3, 1]);
  expect(computed).toEqual(['a', 'bb', 'ccc', 'a']);
});
