import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillSlots } from './slots';

const facts = new Map([
  ['invoice.total', '$60.00'],
  ['invoice.number', 'INV-2026-118204'],
]);

describe('fillSlots', () => {
  it('fills what is known', () => {
    expect(fillSlots('Your {invoice.number} bill comes to {invoice.total}.', facts)).toEqual({
      text: 'Your INV-2026-118204 bill comes to $60.00.',
      missing: [],
    });
  });

  it('drops the sentence of a missing fact and keeps the others', () => {
    expect(
      fillSlots('Your total is {invoice.total}. It is due {invoice.due_date}. Anything else?', facts),
    ).toEqual({
      text: 'Your total is $60.00. Anything else?',
      missing: ['invoice.due_date'],
    });
  });

  it('is null when nothing can be said', () => {
    expect(fillSlots('Your visit is on {visit.date}.', facts)).toEqual({
      text: null,
      missing: ['visit.date'],
    });
    expect(fillSlots('', facts).text).toBeNull();
  });

  it('counts an empty fact as missing', () => {
    expect(
      fillSlots('Hello {customer.first_name}.', new Map([['customer.first_name', ' ']])).text,
    ).toBeNull();
  });

  it('never reads a value as a template', () => {
    expect(fillSlots('Hello {name}.', new Map([['name', "{invoice.total} $& $'"]])).text).toBe(
      "Hello {invoice.total} $& $'.",
    );
  });

  it('leaves no known slot open', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Pay {invoice.total} now.', 'See {order.number}.', 'All good.')),
        (sentences) => {
          expect(fillSlots(sentences.join(' '), facts).text ?? '').not.toMatch(/\{(?:invoice|order)/);
        },
      ),
    );
  });
});
