import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACKET_WORDS } from './handoff';
import { fitWords, packetWords } from './packet-words';

const words = (maxLength: number) =>
  fc
    .array(fc.constantFrom('bill', 'the', 'LK-204', '$60.00', 'router', 'ñandú'), { maxLength })
    .map((list) => list.join(' '));
const packet = fc.record({
  customer: words(40),
  issue: words(300),
  inTheirWords: fc.option(words(300)),
  tried: fc.array(fc.record({ what: words(60), result: words(60) }), { maxLength: 12 }),
  knowledge: fc.array(fc.record({ articleId: fc.constant('a'), title: words(12), stale: fc.boolean() }), {
    maxLength: 6,
  }),
  next: fc.array(words(60), { maxLength: 8 }),
  tone: words(60),
  facts: fc.array(fc.record({ label: words(4), value: words(8) }), { maxLength: 12 }),
});

describe('a packet', () => {
  it('has at most 200 words, whatever went into it, and counts them right', () => {
    fc.assert(
      fc.property(packet, (long) => {
        const fitted = fitWords(long);
        expect(fitted.words).toBeLessThanOrEqual(PACKET_WORDS);
        expect(fitted.words).toBe(packetWords(fitted));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every word while there is room', () => {
    fc.assert(
      fc.property(
        packet.filter((one) => packetWords(one) <= PACKET_WORDS),
        (short) => {
          const { words: _words, ...kept } = fitWords(short);
          expect(kept).toEqual(short);
        },
      ),
    );
  });

  it('keeps what was tried last rather than first', () => {
    const tried = Array.from({ length: 20 }, (_, n) => ({
      what: `step ${n} ${'word '.repeat(12)}`,
      result: 'no change',
    }));
    const { tried: kept } = fitWords({
      customer: 'Sam',
      issue: 'slow',
      inTheirWords: null,
      tried,
      knowledge: [],
      next: [],
      tone: 'calm',
      facts: [],
    });
    expect(kept.at(-1)?.what).toContain('step 19');
    expect(kept.length).toBeGreaterThan(0);
  });
});
