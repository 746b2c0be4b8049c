import { describe, expect, test } from 'vitest';
import { readReplayArguments } from './replay-arguments';

describe('readReplayArguments', () => {
  test('a file alone is played ten times faster than people, eight at once, under a name of its own', () => {
    const one = readReplayArguments({}, ['calls.jsonl']);
    expect(one).toMatchObject({
      file: 'calls.jsonl',
      speed: 10,
      limit: Number.POSITIVE_INFINITY,
      concurrency: 8,
      timeoutMs: 300_000,
      json: false,
    });
    expect(readReplayArguments({}, ['calls.jsonl']).tag).not.toBe(one.tag);
  });

  test('every setting is read', () => {
    const values = {
      speed: 'max',
      limit: '5',
      concurrency: '2',
      'base-url': 'http://desk.example:8080',
      'api-key': 'cdk_x',
      tag: 'again',
      timeout: '9',
      json: true,
    };
    expect(readReplayArguments(values, ['f'])).toEqual({
      file: 'f',
      speed: Number.POSITIVE_INFINITY,
      limit: 5,
      concurrency: 2,
      timeoutMs: 9_000,
      tag: 'again',
      baseUrl: 'http://desk.example:8080',
      apiKey: 'cdk_x',
      json: true,
    });
  });

  test.each([
    [{}, [], 'Give one FILE'],
    [{}, ['a', 'b'], 'Give one FILE'],
    [{ speed: '3x' }, ['f'], '--speed is'],
    [{ limit: '0' }, ['f'], '--limit must'],
    [{ concurrency: 'many' }, ['f'], '--concurrency must'],
    [{ timeout: '1.5' }, ['f'], '--timeout must'],
    [{ 'base-url': 'desk' }, ['f'], '--base-url must'],
    [{ 'base-url': 'ftp://desk' }, ['f'], '--base-url must'],
  ])('%j %j is refused with a sentence', (values, files, sentence) => {
    expect(() => readReplayArguments(values, files)).toThrow(sentence);
  });
});
