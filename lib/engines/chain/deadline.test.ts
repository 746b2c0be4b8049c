import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEADLINE_MS, LOCAL_MS, limitsFor, remoteMs } from './deadline';

test('models never get the time of the local engine, nor more than their role has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), (timeoutMs) => {
      const ms = remoteMs(timeoutMs, DEADLINE_MS);
      expect(ms).toBeLessThanOrEqual(timeoutMs);
      expect(ms + LOCAL_MS).toBeLessThanOrEqual(DEADLINE_MS);
      expect(DEADLINE_MS).toBeLessThan(3_000);
    }),
  );
});

test('a model that does not begin leaves time for those behind it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 3 }), (leftMs, behind) => {
      const { firstMs, idleMs, totalMs } = limitsFor(leftMs, behind);
      expect(idleMs).toBeLessThanOrEqual(firstMs);
      expect(totalMs).toBe(leftMs);
      if (behind > 0) expect(firstMs).toBeLessThan(leftMs);
      else expect(firstMs).toBe(leftMs);
    }),
  );
});
