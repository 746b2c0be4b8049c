import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLatency, formatWait, pressureOf, sayAge, sayWait } from './clock';

describe('formatWait', () => {
  it.each([
    [0, '0:00'],
    [58_999, '0:58'],
    [727_000, '12:07'],
    [3_599_999, '59:59'],
    [3_600_000, '1h00'],
    [11_100_000, '3h05'],
    [86_400_000, '1d'],
    [-5000, '0:00'],
  ])('%i ms is %s', (ms, text) => expect(formatWait(ms)).toBe(text));

  it('never outgrows its column', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 9_999 * 86_400_000 }), (ms) => formatWait(ms).length <= 5),
    );
  });
});

it('says a wait in words', () => {
  expect([sayWait(1000), sayWait(61_000), sayWait(7_200_000), sayWait(3 * 86_400_000)]).toEqual([
    '1 second',
    '1 minute',
    '2 hours',
    '3 days',
  ]);
});

it('warns in the last quarter and after the target', () => {
  expect(pressureOf(0, 0, null)).toBe('calm');
  expect(pressureOf(74, 0, 100)).toBe('calm');
  expect(pressureOf(75, 0, 100)).toBe('soon');
  expect(pressureOf(100, 0, 100)).toBe('breached');
});

it('says an age', () => {
  expect([0, 1, 12, 90, 900].map(sayAge)).toEqual([
    'today',
    'yesterday',
    '12 days ago',
    '3 months ago',
    '2 years ago',
  ]);
});

it('formats a latency', () => expect([84.4, 1234].map(formatLatency)).toEqual(['84 ms', '1.2 s']));
