import { describe, expect, it } from 'vitest';
import type { Finding } from '../domain/guard';
import { applyRepair, standing } from './repairs';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  rule: 'promise',
  severity: 'repair',
  start: 0,
  end: 9,
  text: 'I promise',
  message: 'No promises',
  repair: 'I expect',
  ...changes,
});

describe('applyRepair', () => {
  it('rewords where it was found', () =>
    expect(applyRepair('I promise it works', finding())).toBe('I expect it works'));
  it('finds words that moved', () =>
    expect(applyRepair('Well, I promise it works', finding())).toBe('Well, I expect it works'));
  it('adds words that were missing', () =>
    expect(applyRepair('It works', finding({ text: '', start: 0, end: 0, repair: 'I am sorry.' }))).toBe(
      'I am sorry. It works',
    ));
  it('leaves a text whose words are gone', () => expect(applyRepair('It works', finding())).toBe('It works'));
  it('leaves what only a person can fix', () =>
    expect(applyRepair('I promise', finding({ repair: null }))).toBe('I promise'));
});

it('lists what still stands, blocks first; findings about something missing stay', () => {
  const list = standing('I promise', [
    finding({ severity: 'warn' }),
    finding({ text: 'gone', start: 0, end: 4 }),
    finding({ severity: 'block', text: '', start: 0, end: 0, rule: 'disclosure' }),
  ]);
  expect(list.map(({ severity }) => severity)).toEqual(['block', 'warn']);
});
