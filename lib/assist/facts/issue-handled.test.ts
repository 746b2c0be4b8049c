import { expect, it } from 'vitest';
import type { Utterance } from '@/lib/domain/conversation';
import type { PlaybookStep } from '@/lib/domain/resolution';
import { issueHandled } from './issue-handled';

const talk = (...lines: string[]): Utterance[] =>
  lines.map((text, i) => ({ turnId: `t${i}`, role: i % 2 === 0 ? 'customer' : 'rep', text }));
const step = (phase: PlaybookStep['phase'], done: boolean): PlaybookStep => ({
  id: `${phase}-${done}`,
  phase,
  do: 'Do it',
  say: null,
  tool: null,
  source: 'art',
  done: done ? { turnId: '', because: 'by hand' } : null,
});

it.each([
  ['nobody has said anything', [], [], null],
  ['nothing was read yet', talk('my internet is down'), null, null],
  ['the problem was only told', talk('my internet is down'), [step('resolve', false)], false],
  ['one of two is done', talk('my internet is down'), [step('resolve', true), step('resolve', false)], false],
  [
    'all that resolves is done',
    talk('my internet is down'),
    [step('resolve', true), step('document', false)],
    true,
  ],
  ['only the diagnosis is done', talk('my internet is down'), [step('diagnose', true)], false],
  [
    'they thanked',
    talk('my internet is down', 'please restart it', 'perfect, works again, thanks!'),
    [step('resolve', false)],
    true,
  ],
  [
    'they thanked and the rep said goodbye',
    talk('it is down', 'restart it', 'that fixed it, thanks', 'Glad to hear it!'),
    null,
    true,
  ],
  [
    'they thanked before anything was done',
    talk('thanks, but it is still down'),
    [step('resolve', false)],
    false,
  ],
] as [string, Utterance[], PlaybookStep[] | null, boolean | null][])(
  'when %s',
  (_when, utterances, steps, handled) => {
    expect(issueHandled(utterances, steps)).toBe(handled);
  },
);
