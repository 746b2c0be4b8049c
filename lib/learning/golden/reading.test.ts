import { describe, expect, it } from 'vitest';
import type { Passage } from '@/lib/domain/knowledge';
import { contains, quotesInternal } from './reading';

const passage = (audience: Passage['audience'], text: string): Passage => ({
  articleId: 'a',
  version: 1,
  title: 'A',
  topic: 'billing',
  audience,
  text,
  chunkId: 'a#1',
  relevance: 0.9,
  ageDays: 1,
  stale: false,
});
const retrievalOf = (...passages: Passage[]) => ({
  query: '',
  passages,
  incidents: [],
  confidence: 0.9,
  gap: false,
});
const GUIDANCE = 'A rep may give credits up to $50.00 per action without asking a lead.';

describe('contains', () => {
  it.each([
    ['Please leave the house now.', 'get out|leave', true],
    ['I’m sorry about that', "i'm sorry", true],
    ['Please leave the house now.', 'emergency|911', false],
    ['7  to\n10 days', '7 to 10', true],
  ])('%s / %s', (text, line, found) => expect(contains(text, line)).toBe(found));
});

describe('quotesInternal', () => {
  it('finds seven words in a row of internal guidance', () => {
    const reply = 'You know, a rep may give credits up to $50.00, so here you are.';
    expect(quotesInternal({ reply, retrieval: retrievalOf(passage('internal', GUIDANCE)) })).toContain(
      'may give credits',
    );
  });

  it('is content with the same subject in other words, with public text, and with no reply', () => {
    const reply = 'I have added a credit to your account.';
    expect(quotesInternal({ reply, retrieval: retrievalOf(passage('internal', GUIDANCE)) })).toBeNull();
    expect(
      quotesInternal({
        reply: GUIDANCE,
        retrieval: retrievalOf(passage('internal', GUIDANCE), passage('public', GUIDANCE)),
      }),
    ).toBeNull();
    expect(quotesInternal({ reply: null, retrieval: retrievalOf(passage('internal', GUIDANCE)) })).toBeNull();
  });
});
