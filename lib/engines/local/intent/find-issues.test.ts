import { beforeAll, describe, expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { talk } from '../sample-engine';
import { findIssues } from './find-issues';
import { type IntentModel, intentModel } from './intent-model';

let model: IntentModel;
beforeAll(async () => {
  model = intentModel(await loadPolicies('policies'));
}, 60_000);

const issues = (...lines: Parameters<typeof talk>) => findIssues(model, talk(...lines), 'en');
const SLOW = ['customer', 'my internet has been terribly slow all week'] as const;

describe('what a conversation is about now', () => {
  it('is the new matter when the customer says they turn to another, and the first one is not forgotten', () => {
    const found = issues(
      [...SLOW],
      ['rep', 'A restart brings it back. Is it better?'],
      ['customer', 'Much better! While I have you, can the repair visit on Friday move to another day?'],
    );
    expect(found[0]?.id).toBe('technical.visit-reschedule');
    expect(found.map(({ id }) => id)).toContain('technical.slow-internet');
  });

  it('is the new matter when it is stated clearly and nobody asked', () => {
    const found = issues(
      [...SLOW],
      ['rep', 'It is fixed.'],
      ['customer', 'ok. please email me a pdf copy of my last invoice'],
    );
    expect(found[0]?.id).toBe('billing.invoice-copy');
  });

  it('stays through answers that name other things, identity and thanks', () => {
    const found = issues(
      ['customer', 'my package says delivered but it never came'],
      ['rep', 'Which order is it, or what was in it?'],
      ['customer', 'the wifi mesh thing'],
      ['rep', 'To send another one I need your name, ZIP and last bill amount.'],
      ['customer', 'Dana Whitfield 00411 bill was 55'],
      ['customer', 'thanks a lot'],
    );
    expect(found[0]?.id).toBe('shipping.missing-package');
  });

  it('reads the number of a bill as a bill', () => {
    expect(issues(['customer', 'please send me INV-2026-118175 as a pdf'])[0]?.id).toBe(
      'billing.invoice-copy',
    );
  });
});
