import { expect, it } from 'vitest';
import { lineVerdict } from './line-verdict';

it.each([
  [-18, 'good'],
  [-27, 'good'],
  [-27.1, 'weak'],
  [-8, 'good'],
  [-7.9, 'weak'],
  [null, 'no-light'],
] as const)('%s dBm is %s', (receivedDbm, verdict) => {
  expect(lineVerdict({ receivedDbm, lossPercent: 0, latencyMs: 5 })).toBe(verdict);
});
