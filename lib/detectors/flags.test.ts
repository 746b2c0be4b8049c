import { expect, test } from 'vitest';
import { compilePhrases } from '@/lib/policies/phrases';
import { findFlags } from './flags';

const FLAGS = [
  {
    flag: 'legal' as const,
    title: 'Legal',
    raise: compilePhrases(['legal', 'lawyer*']),
    unless: compilePhrases(['legal name']),
  },
  {
    flag: 'cancel' as const,
    title: 'Leaving',
    raise: compilePhrases(['cancel my (plan|service)']),
    unless: compilePhrases(['what if']),
  },
];

test('a flag is raised by its words, with their place', () => {
  expect(findFlags('I will cancel my plan and call lawyers', FLAGS)).toEqual([
    { flag: 'legal', start: 31, end: 38, text: 'lawyers' },
    { flag: 'cancel', start: 7, end: 21, text: 'cancel my plan' },
  ]);
});

test('a look-alike takes away only what it touches', () => {
  expect(findFlags('my legal name', FLAGS)).toEqual([]);
  expect(findFlags('my legal name, my lawyer', FLAGS).map(({ text }) => text)).toEqual(['lawyer']);
});
