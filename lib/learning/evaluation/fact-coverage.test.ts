import { describe, expect, it } from 'vitest';
import { factCoverage, factsGiven } from './fact-coverage';

const customer = (text: string) => ({ customer: true, text });
const rep = (text: string) => ({ customer: false, text });

describe('facts of a conversation', () => {
  it('are the figures of both sides, whole', () => {
    expect(
      factsGiven([
        customer('My order ORD-73015524 cost $89.00 at 9:30am.'),
        rep('It is v2.1, due on March 14.'),
      ]),
    ).toEqual(['ord 73015524', '89 00', '9 30am', 'v2 1', '14']);
  });

  it('are the names the customer gives inside a sentence, and nobody else', () => {
    expect(
      factsGiven([
        customer("we moved to Port Ellery and the tech's from Fenwick"),
        rep('Ask Nina in Alder Falls'),
      ]),
    ).toEqual(['port ellery', 'fenwick']);
  });

  it('are not parts of a message, handles, links, first words, single digits, shouted text, or words that have no capital elsewhere', () => {
    expect(
      factsGiven([
        customer('@desk It broke 2 days ago (1/2)'),
        customer('see https://example.com/a1'),
        customer('WHY IS MY Internet SO Slow'),
        customer('the Gateway is the gateway'),
      ]),
    ).toEqual([]);
  });
});

describe('fact coverage', () => {
  it('counts a fact as kept only when its words stand there whole and in order', () => {
    const said = [customer('my order ORD-73015524 cost $89.00')];
    expect(factCoverage(said, 'Asked about ORD-73015524.')).toEqual({ kept: 1, given: 2 });
    expect(factCoverage(said, 'ORD-73015524 for $89.00')).toEqual({ kept: 2, given: 2 });
    expect(factCoverage(said, 'ORD-730155240 for $189.00')).toEqual({ kept: 0, given: 2 });
  });
});
