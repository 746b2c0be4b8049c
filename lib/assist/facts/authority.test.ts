import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { beyondAuthority, promisedBeyondAuthority, repAuthority } from './authority';

const authority = repAuthority((await loadPolicies('policies')).tools);

const told = (text: string) => [{ turnId: 'trn_1', role: 'rep' as const, text }];

describe('what a rep may give', () => {
  it('is what the article says that reps read', () => {
    const article = readFileSync('prisma/seed/articles/billing/credit-and-waiver-authority.yaml', 'utf8');
    expect(article).toContain(
      `A rep may give credits up to $${(authority['apply-credit'] / 100).toFixed(2)} per action.`,
    );
  });

  it('bounds the wording of steps that give money, and of no others', () => {
    expect(beyondAuthority(authority, 'apply-credit', 'I am taking $50.00 off.')).toBeNull();
    expect(beyondAuthority(authority, 'apply-credit', 'I am taking $50.01 off.')).toEqual({
      amount: 5001,
      limit: 5000,
    });
    expect(
      beyondAuthority(authority, 'refund-charge', 'Both payments of $110.00: I am sending one back.'),
    ).toEqual({ amount: 11_000, limit: 5000 });
    expect(beyondAuthority(authority, 'book-visit', 'Professional installation is $99.00.')).toBeNull();
    expect(beyondAuthority(authority, 'apply-credit', null)).toBeNull();
  });
});

describe('a reply that promises more', () => {
  it.each([
    "I've credited $75.00 to your account.",
    "I'm sending the $110.00 back to your card.",
    'We can take the whole $510.00 off your bill.',
    'Your refund of $200 is on its way.',
    'Le voy a descontar $60.00 de su factura.',
  ])('is seen: %s', (reply) => {
    expect(promisedBeyondAuthority(authority, reply, [])).toBeGreaterThan(authority['apply-credit']);
  });

  it.each([
    "I've taken the $8.00 late fee off.",
    'Your bill comes to $110.00 and is due on March 19.',
    'Fiber 1 Gig costs $80.00 a month.',
    "I can't credit $500.00, but I can take the $8.00 off.",
    'Would you like the $110.00 refunded?',
    'A missed window is credited with $25.00.',
  ])('is none: %s', (reply) => {
    expect(promisedBeyondAuthority(authority, reply, [])).toBeNull();
  });

  it('may repeat what a rep has already told the customer', () => {
    const reply = 'Your $110.00 refund is on its way.';
    expect(
      promisedBeyondAuthority(
        authority,
        reply,
        told("I'm refunding the second $110.00, a lead signed it off."),
      ),
    ).toBeNull();
    expect(promisedBeyondAuthority(authority, reply, told('I see a bill of $110.00.'))).toBe(11_000);
  });
});
