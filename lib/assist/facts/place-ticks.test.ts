import { expect, it } from 'vitest';
import type { PlaybookStep } from '../../domain/resolution';
import { turnsOf } from '../testing/pipeline-case';
import { placeTicks } from './place-ticks';
import { TICKED } from './tick-steps';

const turns = turnsOf(
  ['customer', 'no internet'],
  ['rep', 'Please restart the gateway.'],
  ['customer', 'done'],
  ['rep', 'Let me look at the line.'],
);
const step: PlaybookStep = {
  id: 'restart',
  phase: 'resolve',
  do: 'Restart',
  say: null,
  tool: null,
  source: 'restart',
  done: { turnId: 'trn_4', because: TICKED },
};
const placed = (at: string) => placeTicks([step], [{ step: 'restart', at }], turns)[0]?.done?.turnId;

it('puts a tick at the message that stood last when it was made, however many came after', () => {
  expect(placed(turns[2]?.at ?? '')).toBe('trn_2');
  expect(placed('2030-01-01T00:00:00.000Z')).toBe('trn_4');
});

it('leaves a step where it is that was ticked before any reply, or by what was said', () => {
  expect(placed(turns[0]?.at ?? '')).toBe('trn_4');
  const read = { ...step, done: { turnId: 'trn_2', because: 'Said in the conversation' } };
  expect(placeTicks([read], [{ step: 'restart', at: '2030-01-01T00:00:00.000Z' }], turns)).toEqual([read]);
});
