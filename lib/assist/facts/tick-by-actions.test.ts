import { expect, it } from 'vitest';
import type { PlaybookStep } from '@/lib/domain/resolution';
import { tickByActions } from './tick-by-actions';

const step = (id: string, tool: PlaybookStep['tool'], done: PlaybookStep['done'] = null): PlaybookStep => ({
  id,
  phase: 'resolve',
  do: 'Do it',
  say: null,
  tool,
  source: 'art',
  done,
});
const RAN = [{ tool: 'apply-credit' as const, receipt: 'RCP-1' }];
const TURNS = [
  { id: 'trn_9', kind: 'event' as const, text: '$5.00 comes off the next bill. Receipt RCP-1.' },
];

it('shows a step done by the receipt of its tool, at the line of the timeline that has it', () => {
  const steps = [step('a', 'apply-credit'), step('b', 'book-visit'), step('c', null)];
  expect(tickByActions(steps, RAN, TURNS, {}).map(({ done }) => done)).toEqual([
    { turnId: 'trn_9', because: 'Done, receipt RCP-1' },
    null,
    null,
  ]);
});

it('keeps what a rep unticked, and what was shown done before', () => {
  const said = { turnId: 'trn_2', because: 'Said in the conversation' };
  const steps = [step('a', 'apply-credit'), step('b', 'apply-credit', said)];
  expect(tickByActions(steps, RAN, TURNS, { a: false }).map(({ done }) => done)).toEqual([null, said]);
});
