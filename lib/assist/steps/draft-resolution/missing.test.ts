import { describe, expect, it } from 'vitest';
import type { Passage } from '../../../domain/knowledge';
import type { ResolutionRequest } from '../../ports';
import { plainTriage } from '../../testing/plain-triage';
import { missingFor } from './missing';

const passage = (over: Partial<Passage> = {}): Passage => ({
  articleId: 'late-fees',
  version: 1,
  title: 'Late fees',
  topic: 'billing',
  audience: 'public',
  text: 'A late fee of $8.00 is added 10 days after the due date.',
  chunkId: 'c1',
  relevance: 0.8,
  ageDays: 3,
  stale: false,
  ...over,
});
const request = (over: Partial<ResolutionRequest>, confidence = 0.9): ResolutionRequest => ({
  utterances: [
    { turnId: 'trn_1', role: 'customer', text: 'can you run fiber to a boat?' },
    { turnId: 'trn_2', role: 'rep', text: 'Which pier?' },
    { turnId: 'trn_3', role: 'customer', text: 'pelican pier' },
  ],
  language: 'en',
  triage: plainTriage({
    id: 'general.availability-check',
    category: 'general',
    title: 'Availability check',
    confidence,
  }),
  passages: [],
  incidents: [],
  facts: [],
  steps: [],
  goal: { do: 'answer' },
  tone: { empathyFirst: false, voice: '', avoid: [] },
  ...over,
});
const missing = (over: Partial<ResolutionRequest>, confidence = 0.9, exhausted = false) =>
  missingFor(request(over, confidence), { relevance: 0.35, intent: 0.35 }, exhausted);

describe('what is missing', () => {
  it('is the article to write, for the question that was asked', () => {
    const found = missing({ passages: [passage({ relevance: 0.12, title: 'Moving home' })] });
    expect(found.kind).toBe('knowledge');
    expect(found.what).toBe(
      'there is no article on “availability check” for it. The nearest is “Moving home”, 12 % relevant',
    );
  });

  it('is the field to ask for', () => {
    const { triage } = request({});
    const order = { ...triage, missing: [{ field: 'order' as const, ask: 'What is the order number?' }] };
    expect(missing({ triage: order })).toEqual({
      kind: 'field',
      what: 'order, and no article answers “can you run fiber to a boat?” without it. To ask: “What is the order number?”',
    });
  });

  it('is what the customer needs, when the intent is a guess', () => {
    const found = missing({}, 0.2);
    expect(found.kind).toBe('field');
    expect(found.what).toContain('only 20 % likely');
  });

  it('is a decision, and who may take it, when only reps may read what answers', () => {
    const found = missing({ passages: [passage({ audience: 'internal', title: 'Rep authority' })] });
    expect(found.kind).toBe('decision');
    expect(found.what).toMatch(/“Rep authority”.*escalation lead/);
  });

  it('is the translation, when the customer writes Spanish', () => {
    const found = missing({ passages: [passage({})], language: 'es' });
    expect(found).toMatchObject({ kind: 'knowledge' });
    expect(found.what).toContain('“Late fees” answers this, in English only');
  });

  it('is the choice between articles, or how to go on when they hold nothing new', () => {
    const two = { passages: [passage({}), passage({ title: 'Fees', relevance: 0.7 })] };
    expect(missing(two).what).toMatch(/^whether “Late fees” or “Fees” answers/);
    expect(missing(two, 0.9, true).what).toMatch(/^what “Late fees” has to say was said or done/);
  });

  it('is the question nobody asked, or the step nobody took, before it is how to go on', () => {
    const { triage } = request({});
    const order = { ...triage, missing: [{ field: 'order' as const, ask: 'What is the order number?' }] };
    expect(missing({ passages: [passage({})], triage: order }, 0.9, true)).toEqual({
      kind: 'field',
      what: 'order. To ask: “What is the order number?”',
    });
    const step = { id: 'a.1', phase: 'diagnose' as const, do: 'Read the scan time', say: null, tool: null };
    const steps = [
      { ...step, source: 'a', done: { turnId: 't', because: 'said' } },
      { ...step, id: 'a.2', do: 'Open the claim', source: 'a', done: null },
    ];
    expect(missing({ passages: [passage({})], steps }, 0.9, true).what).toContain('Open the claim');
  });
});
