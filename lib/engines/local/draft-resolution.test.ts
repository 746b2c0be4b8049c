import { describe, expect, it } from 'vitest';
import type { ResolutionRequest } from '@/lib/assist/ports';
import { countWords } from '@/lib/core/text';
import type { Passage } from '@/lib/domain/knowledge';
import { engine, options, talk, triage } from './sample-engine';

const passage = (over: Partial<Passage>): Passage => ({
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
const request = (over: Partial<ResolutionRequest> = {}): ResolutionRequest => ({
  utterances: talk(['customer', 'why is there a late fee on my bill']),
  language: 'en',
  triage,
  passages: [passage({})],
  incidents: [],
  facts: [{ key: 'invoice.number', label: 'Bill', value: 'INV-2026-118204' }],
  steps: [],
  goal: { do: 'answer' },
  tone: { empathyFirst: false, voice: '', avoid: [] },
  ...over,
});
const draft = async (over: Partial<ResolutionRequest> = {}) =>
  (await engine.draftResolution(request(over), options)).value;

describe('replies of the local engine', () => {
  it('says the public fact and cites it', async () => {
    const opinion = await draft();
    expect(opinion.reply).toContain('A late fee of $8.00 is added 10 days after the due date.');
    expect(opinion.passages).toEqual([1]);
    expect(opinion.abstain).toBeNull();
  });

  it('never says internal guidance', async () => {
    const opinion = await draft({
      passages: [passage({ audience: 'internal', text: 'Credits up to $50.00 need nobody.' })],
    });
    expect(opinion.abstain).toMatch(/internal guidance/);
    expect(opinion.reply).toBe('');
  });

  it('abstains when nothing found is close', async () => {
    expect((await draft({ passages: [passage({ relevance: 0.1 })] })).abstain).toMatch(/not close enough/);
    expect((await draft({ passages: [] })).abstain).toMatch(/No article/);
  });

  it('is surer with better evidence', async () => {
    const weak = await draft({ passages: [passage({ relevance: 0.4, stale: true })] });
    expect((await draft()).confidence).toBeGreaterThan(weak.confidence);
  });

  it('acknowledges first when the tone asks for it, and words the next step', async () => {
    const step = {
      id: 's',
      phase: 'resolve' as const,
      do: 'Waive it.',
      say: 'I can take it off your INV-2026-118204 bill.',
      tool: null,
      source: 'late-fees',
      done: null,
    };
    const opinion = await draft({ tone: { empathyFirst: true, voice: '', avoid: [] }, steps: [step] });
    expect(opinion.reply).toMatch(/^I'm sorry/);
    expect(opinion.reply).toContain('I can take it off');
    expect(opinion.facts).toEqual(['invoice.number']);
    expect(countWords(opinion.reply)).toBeLessThanOrEqual(90);
  });

  it('puts the outage that explains it first', async () => {
    const incident = {
      number: 'OUT-4417',
      kind: 'outage' as const,
      title: 'Fiber cut',
      cause: 'a cut cable',
      workaround: null,
      startedAt: '2026-01-01T00:00:00Z',
      restoreAt: null,
      because: 'Fenwick',
    };
    const down = {
      ...triage,
      intent: { ...triage.intent, id: 'technical.internet-down', category: 'technical' as const },
    };
    const opinion = await draft({ triage: down, incidents: [incident], passages: [] });
    expect(opinion.reply).toContain('outage');
    expect(opinion.reply).toContain('The cause is a cut cable.');
    expect((await draft({ incidents: [incident] })).reply).not.toContain('outage');
  });

  it('asks in the language of the customer', async () => {
    const missing = [{ field: 'invoice' as const, ask: 'Which bill is it?' }];
    const goal = { do: 'ask' as const, question: 'Which bill is it?' };
    expect((await draft({ goal, triage: { ...triage, missing } })).reply).toContain('Which bill is it?');
    expect((await draft({ goal, triage: { ...triage, missing }, language: 'es' })).reply).toContain(
      '¿De qué factura se trata?',
    );
  });

  it('hands over warmly, and abstains in Spanish when only English articles answer', async () => {
    expect((await draft({ goal: { do: 'hand-over', queue: 'legal-desk' } })).reply).toContain(
      "won't have to repeat",
    );
    expect((await draft({ language: 'es', facts: [] })).abstain).toMatch(/Spanish/);
  });
});
