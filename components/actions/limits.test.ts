import { expect, it } from 'vitest';
import { usd } from '../../lib/core/money';
import { sayLimits } from './limits';

const limits = (alone: number, atMost: number) => ({ alone: usd(alone), atMost: usd(atMost) });

it('says what may be given alone and with whom', () => {
  expect(sayLimits(limits(5000, 20_000), 'rep')).toBe('Up to $50.00 alone, $200.00 with a lead');
  expect(sayLimits(limits(20_000, 50_000), 'lead')).toBe('Up to $200.00 alone, $500.00 with another lead');
  expect(sayLimits(limits(0, 5000), 'rep')).toBe('Up to $50.00 with a lead');
  expect(sayLimits(limits(2500, 2500), 'rep')).toBe('Up to $25.00');
  expect(sayLimits(limits(0, 0), 'rep')).toBeNull();
});
