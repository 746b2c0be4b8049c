import { describe, expect, it } from 'vitest';
import { readEvalArguments } from './eval-arguments';

describe('the command line of eval', () => {
  it('reads a suite, its files and its limits', () => {
    expect(
      readEvalArguments(['intent', '--data', 'a.jsonl', '--train', 'b.jsonl', '--limit', '5', '--json']),
    ).toEqual({
      suite: 'intent',
      data: 'a.jsonl',
      train: 'b.jsonl',
      kb: null,
      engine: 'local',
      limit: 5,
      json: true,
      gate: false,
    });
    expect(readEvalArguments(['golden', '--gate'])).toMatchObject({ gate: true, data: null });
  });

  it.each([
    [[]],
    [['intent', 'sentiment']],
    [['intent', '--engine', 'other']],
    [['intent', '--limit', 'x']],
    [['intent', '--what']],
  ])('refuses %j with the usage', (args) => {
    expect(() => readEvalArguments(args)).toThrow(/Usage: npm run -s eval/);
  });
});
