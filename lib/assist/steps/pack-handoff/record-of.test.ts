import { expect, it } from 'vitest';
import type { PlaybookStep } from '../../../domain/resolution';
import { inputOf, turnsOf } from '../../testing/pipeline-case';
import { recordOf } from './record-of';

const turns = turnsOf(
  ['customer', 'no internet at all'],
  ['rep', 'Please unplug the gateway for a minute and plug it back in.'],
  ['customer', 'ok'],
);
const step: PlaybookStep = {
  id: 'restart',
  phase: 'resolve',
  do: 'Guide a restart of the gateway',
  say: 'Please unplug the gateway for a minute and plug it back in.',
  tool: null,
  source: 'restart',
  done: null,
};

it('names the message that an unticked step was read from, and only then', () => {
  const untickedAt = (steps: Record<string, boolean>) =>
    recordOf(inputOf([], { turns, overrides: { steps } }), [step]).untickedAt;
  expect(untickedAt({ restart: false })).toEqual(['trn_2']);
  expect(untickedAt({})).toEqual([]);
});

it('says when each message was written, and nothing of notes', () => {
  const note = { ...turns[1], id: 'trn_note', kind: 'note' as const } as (typeof turns)[number];
  const { times } = recordOf(inputOf([], { turns: [...turns, note] }), []);
  expect(times).toEqual(turns.map(({ id, at }) => ({ turnId: id, at })));
});
