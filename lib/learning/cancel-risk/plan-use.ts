import type { Account } from '@/lib/domain/customer';

/** Mbit/s of each fiber plan (docs/larkspur.md). */
const SPEED: Readonly<Record<string, number>> = {
  'Fiber 300': 300,
  'Fiber 500': 500,
  'Fiber 1 Gig': 1000,
  'Fiber 2 Gig': 2000,
};

/** The busiest minute of the last 30 days as a share of the plan's speed, of the busiest line; null where nothing is measured. */
export const planUse = (services: Account['services']): number | null => {
  const shares = services.flatMap(({ plan, peakMbps }) => {
    const speed = SPEED[plan];
    return speed === undefined || peakMbps === null || peakMbps === undefined ? [] : [peakMbps / speed];
  });
  return shares.length === 0 ? null : Math.max(...shares);
};
