import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '@/lib/detectors/language';
import { loadPolicies } from '@/lib/policies/load';
import { talk } from '../sample-engine';
import { findIssues } from './find-issues';
import { intentModel } from './intent-model';
import { learnScope } from './scope';
import { NOT_OURS, OURS } from './testing/held-back-scope';

const policies = await loadPolicies('policies');
const model = intentModel(policies);
const bar = policies.agents.thresholds.intent;
const issues = (...lines: Parameters<typeof talk>) =>
  findIssues(model, talk(...lines), detectLanguage(lines.at(-1)?.[1] ?? ''));
const isSure = (text: string): boolean => (issues(['customer', text])[0]?.confidence ?? 0) >= bar;
const shareSure = (texts: readonly string[]): number => texts.filter(isSure).length / texts.length;

describe('what the desk is for', () => {
  // Measured .954 and .145.
  it('is told from what it is not, in messages that were held back', () => {
    expect(OURS.length).toBeGreaterThanOrEqual(60);
    expect(NOT_OURS.length).toBeGreaterThanOrEqual(60);
    expect(shareSure(OURS)).toBeGreaterThanOrEqual(0.92);
    expect(shareSure(NOT_OURS)).toBeLessThanOrEqual(0.2);
  });

  it('was not taught the messages it is measured by', () => {
    const taught = new Set(
      [
        ...policies.scope.outside,
        ...policies.scope.inside,
        ...policies.intents.flatMap(({ examples }) => examples),
      ].map((text) => text.toLowerCase()),
    );
    expect([...OURS, ...NOT_OURS].filter((text) => taught.has(text.toLowerCase()))).toEqual([]);
  });

  it.each([
    '.',
    '?',
    '0',
    '123456789',
    '🙂🙂',
    'https://example.com/x',
    '---',
    '我的网络坏了',
    'zxcv qwpo lkjh',
  ])('is nothing that "%s" says', (text) => {
    expect(issues(['customer', text])[0]?.confidence).toBeLessThanOrEqual(0.1);
  });

  it.each(['hi', 'ok', 'thanks a lot', 'yes please', 'hola, buenas'])(
    'leaves courtesy alone: "%s"',
    (text) => {
      expect(issues(['customer', text])[0]).toMatchObject({ id: 'general.greeting-or-thanks' });
      expect(isSure(text)).toBe(true);
    },
  );

  it.each(['.', 'asdkjh qwlekjh zxmcnb', '我的网络坏了 请帮我', 'do penguins have knees'])(
    'keeps the matter at hand through "%s"',
    (text) => {
      const [first] = issues(['customer', 'my internet is down, nothing connects'], ['customer', text]);
      expect(first?.id).toBe('technical.internet-down');
      expect(first?.confidence).toBeGreaterThan(bar);
    },
  );

  it('forgives a slip and a space left out', () => {
    for (const text of [
      'the intrenet conection is gone',
      'internetconnection and billingaddress',
      'no conection on my lapotp',
    ])
      expect(model.scope(text, false), text).toBeGreaterThan(0.5);
  });
});

describe('who they are is not what they came for', () => {
  it('in an answer to the identity check', () => {
    const before: Parameters<typeof talk> = [
      ['customer', 'the picture on my tv freezes every evening'],
      ['rep', 'To be sure it is you: your full name, ZIP and the amount of your last bill, please?'],
    ];
    const alone = issues(['customer', 'the picture on my tv freezes every evening']);
    const after = issues(...before, ['customer', 'Priyanka Raghavan 00412, last bill was 140']);
    expect(after).toEqual(alone);
  });

  it('unless that is all there is', () => {
    expect(
      issues(
        ['rep', 'Your name and ZIP please?'],
        ['customer', 'Dana Whitfield 00411, my bill of 55 is wrong'],
      )[0]?.id,
    ).toMatch(/^billing\./u);
  });
});

describe('a scope', () => {
  const scope = learnScope(['my bill is wrong', 'the router is down'], ['boil an egg', 'a tale of whales']);

  it('is a probability, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, foreign) => {
        const found = scope(text, foreign);
        expect(found).toBeGreaterThan(0);
        expect(found).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('rises with our words and falls with others', () => {
    expect(scope('router bill', false)).toBeGreaterThan(scope('router', false));
    expect(scope('whales', false)).toBeLessThan(scope('router', false));
  });

  it('does not hold unknown words against a language it does not read', () => {
    expect(scope('el router no anda kaputt gestern', true)).toBeGreaterThan(
      scope('el router no anda kaputt gestern', false),
    );
  });
});
