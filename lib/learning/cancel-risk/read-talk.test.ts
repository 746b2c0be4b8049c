import { expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { readTalk } from './read-talk';

const policies = await loadPolicies('policies');
const read = (...texts: string[]) => readTalk({ mood: 'neutral', falling: null, texts }, policies);

it.each([
  ['I want to cancel my service', true, false],
  ['Xfinity would cost me half of that', false, true],
  ['Please cancel my account, Verizon is cheaper', true, true],
  ['my bill went up again', false, false],
  ['can you cancel my order', false, false],
  ['', false, false],
])('%s: cancel words %s, competitor %s', (text, cancelWords, competitorNamed) => {
  expect(read('hello', text)).toEqual({ mood: 'neutral', falling: null, cancelWords, competitorNamed });
});
