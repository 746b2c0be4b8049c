import { describe, expect, it } from 'vitest';
import { readParams } from './read-params';
import { issueCoupon } from './tools/issue-coupon';

const what = (written: string) => {
  const read = readParams(issueCoupon, { amount: 5, what: written, pool: 'retention' });
  return read.success ? (read.data as { what: string }).what : null;
};

describe('a text in a parameter', () => {
  it.each([
    ['a mark that turns what follows it', 'a visit \u202e00.005$ htrow', 'a visit 00.005$ htrow'],
    ['an isolate that is never closed', '\u2067a visit', 'a visit'],
    ['letters without width', 'a\u200b vi\u2060sit', 'a visit'],
    ['lines that look like more of the form', 'a visit\n\nApproved by a lead', 'a visit Approved by a lead'],
    ['a character that no database takes', 'a\u0000 visit', 'a visit'],
    ['half a character', 'a visit \ud83d', 'a visit \ufffd'],
  ])('reads as it is: %s', (_what, written, read) => {
    expect(what(written)).toBe(read);
  });

  it('keeps what people write', () => {
    for (const text of ['Café Muñoz, 2ª planta', 'זיכוי על תקלה', '👩‍🔧 a visit', '{customer.name} <b>'])
      expect(what(text)).toBe(text);
  });

  it('that shows nothing is no text', () => {
    expect(what('\u200b\u202e \u2060')).toBeNull();
  });
});
