import { describe, expect, it } from 'vitest';
import type { ResolutionRequest } from '@/lib/assist/ports';
import { countWords } from '@/lib/core/text';
import type { Passage } from '@/lib/domain/knowledge';
import type { PlaybookStep } from '@/lib/domain/resolution';
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
const step = (over: Partial<PlaybookStep>): PlaybookStep => ({
  id: 'late-fees.1',
  phase: 'resolve',
  do: 'Waive it.',
  say: 'I can take it off your INV-2026-118204 bill.',
  tool: null,
  source: 'late-fees',
  done: null,
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

const upset = { empathyFirst: true, voice: '', avoid: [] };
const outage = {
  number: 'OUT-4417',
  kind: 'outage' as const,
  title: 'Fiber cut',
  cause: 'a cut cable near the bridge',
  workaround: null,
  startedAt: '2026-01-01T00:00:00Z',
  restoreAt: null,
  because: 'Fenwick',
};
const down = {
  ...triage,
  intent: { ...triage.intent, id: 'technical.internet-down', category: 'technical' as const },
};

describe('what a reply says', () => {
  it('asks what it is about in the language of the customer, sure of nothing', async () => {
    const goal = { do: 'clarify' as const };
    expect(await draft({ goal })).toMatchObject({
      reply: 'I want to help. Could you tell me in a few words what you need?',
      confidence: null,
    });
    expect((await draft({ goal, tone: upset })).reply).toMatch(/sorry.*what you need\?$/);
    expect((await draft({ goal, language: 'es' })).reply).toContain('qué necesita');
  });

  it('sends nobody out of the house for a threat against ours', async () => {
    const goal = { do: 'hand-over' as const, queue: 'safety-desk' };
    const raisedBy = async (text: string) => {
      const flag = {
        flag: 'safety' as const,
        evidence: { turnId: 'trn_0', start: 0, end: text.length, text },
      };
      return (await draft({ goal, triage: { ...triage, flags: [flag] } })).reply;
    };
    expect(await raisedBy('coming down there with a bat')).not.toContain('safety now');
    expect(await raisedBy('burn your office down')).not.toContain('safety now');
    expect(await raisedBy('smells like rotten eggs')).toContain('safety now');
    expect(await raisedBy('a wire is on fire')).toContain('safety now');
  });

  it('leaves an old figure unsaid when a fresher article gives another', async () => {
    const fresher = { articleId: 'late-fees', title: 'Late fees', text: 'It is $8.00.', ageDays: 3 };
    const old = passage({
      articleId: 'fee-schedule',
      text: 'The late fee is $6.00.',
      chunkId: 'c2',
      relevance: 0.9,
      ageDays: 400,
      stale: true,
    });
    const { reply } = await draft({
      facts: [],
      passages: [{ ...old, conflicts: [fresher] }, passage({})],
    });
    expect(reply).toContain('$8.00');
    expect(reply).not.toContain('$6.00');
    expect((await draft({ facts: [], passages: [old] })).reply).toContain('$6.00');
  });

  it('is the public fact, with its citation', async () => {
    const opinion = await draft();
    expect(opinion.reply).toContain('A late fee of $8.00 is added 10 days after the due date.');
    expect(opinion.passages).toEqual([1]);
    expect(opinion.abstain).toBeNull();
  });

  it('is never internal guidance, nor what is not close', async () => {
    const internal = passage({ audience: 'internal', text: 'Credits up to $50.00 need nobody.' });
    for (const passages of [[internal], [passage({ relevance: 0.1 })], []])
      expect(await draft({ passages, facts: [] })).toMatchObject({ reply: '', abstain: '' });
  });

  it('takes the next step in the words of the article and cites it', async () => {
    const opinion = await draft({ steps: [step({})], facts: request().facts });
    expect(opinion.reply).toContain('I can take it off your INV-2026-118204 bill.');
    expect(opinion.passages).toEqual([1]);
    expect(opinion.facts).toEqual(['invoice.number']);
  });

  it('is short, and says nothing of another customer’s order', async () => {
    const passages = [passage({ text: 'Order numbers look like ORD-73015524.' })];
    expect((await draft({ passages, facts: [] })).reply).toBe('');
    const steps = [step({})];
    expect(countWords((await draft({ tone: upset, steps })).reply)).toBeLessThanOrEqual(90);
  });

  it('is surer with better evidence, and has no confidence where rules chose the words', async () => {
    const weak = await draft({ passages: [passage({ relevance: 0.4, topic: 'wifi' })] });
    const strong = await draft();
    expect(strong.confidence).not.toBeNull();
    expect(Number(strong.confidence)).toBeGreaterThan(Number(weak.confidence));
    expect((await draft({ goal: { do: 'hand-over', queue: 'legal-desk' } })).confidence).toBeNull();
  });
});

describe('what was said is not said again', () => {
  it('neither a fact that the rep told, nor a step that was taken', async () => {
    const utterances = talk(
      ['customer', 'why is there a late fee on my bill'],
      ['rep', 'A late fee of $8.00 is added 10 days after the due date of a bill.'],
      ['customer', 'ok and what can you do about it?'],
    );
    const opinion = await draft({ utterances, steps: [step({})] });
    expect(opinion.reply).not.toContain('10 days after');
    expect(opinion.reply).toContain('I can take it off');
    const taken = [
      step({ done: { turnId: 'trn_1', because: '' } }),
      step({ id: '2', say: 'It shows on your next bill.' }),
    ];
    expect((await draft({ utterances, steps: taken })).reply).toContain('It shows on your next bill.');
  });

  it('acknowledges a trouble once, in the words of the article, and later only that we are there', async () => {
    const sorry = step({ phase: 'de-escalate', say: 'A fee that comes out of nowhere is annoying.' });
    const steps = [sorry, step({ id: '2' })];
    const first = await draft({ tone: upset, steps });
    expect(first.reply).toMatch(/^I'm sorry\. A fee that comes out of nowhere is annoying\./);
    const utterances = talk(
      ['customer', 'this fee is ridiculous'],
      ['rep', "I'm so sorry about that fee."],
      ['customer', 'still ridiculous. what now?'],
    );
    const later = await draft({ tone: upset, steps, utterances });
    expect(later.reply).not.toMatch(/sorry/i);
    expect(later.reply).toMatch(/^I hear you/);
  });

  it('tells of an outage once', async () => {
    const asked = talk(['customer', 'is it down?']);
    const told = talk(
      ['customer', 'is it down?'],
      ['rep', "Yes, that's outage OUT-4417."],
      ['customer', 'and when will it work?'],
    );
    const first = await draft({ triage: down, incidents: [outage], passages: [], utterances: asked });
    expect(first.reply).toContain('The cause: a cut cable near the bridge.');
    const second = await draft({ triage: down, incidents: [outage], passages: [], utterances: told });
    expect(second.reply).not.toContain('outage');
    expect((await draft({ incidents: [outage] })).reply).not.toContain('outage');
  });

  it('announces once who takes over', async () => {
    const goal = { do: 'hand-over' as const, queue: 'legal-desk' };
    expect((await draft({ goal })).reply).toContain("won't have to repeat");
    const utterances = talk(
      ['customer', 'my lawyer will write'],
      ['rep', "I'm handing this to our legal desk."],
      ['customer', 'fine'],
    );
    const waiting = (await draft({ goal, utterances })).reply;
    expect(waiting).toContain('in front of them when they join');
    expect(waiting).not.toContain("won't have to repeat");
  });
});

describe('what is not promised', () => {
  it.each([
    ['I have cancelled your visit and it is gone.', 'cancel-visit'],
    ['Your plan is changed.', 'change-plan'],
    ['I have added a credit to your account.', 'apply-credit'],
    ['I am sending one of them back to you.', 'refund-charge'],
    ["I've removed the trip fee for you.", 'waive-trip-fee'],
  ] as const)('that it was done already: %s', async (say, tool) => {
    const { reply } = await draft({ steps: [step({ say, tool })], passages: [] });
    expect(reply).not.toContain(say);
    expect(reply).toMatch(/\bI can\b|I'm checking/);
  });

  it('keeps the figures of a step that is offered instead', async () => {
    const say = 'I am sending INV-2026-118204 to you now.';
    const { reply } = await draft({ steps: [step({ say, tool: 'resend-confirmation' })] });
    expect(reply).toContain('I can send INV-2026-118204 to you now, if you like.');
  });

  it('that it is over when only a condition would make it so', async () => {
    const lost = step({ do: 'If the carrier lost the package, send it again.', say: 'A new one is yours.' });
    expect((await draft({ steps: [lost] })).reply).not.toContain('A new one is yours');
    const utterances = talk(['customer', 'the carrier says the package is lost']);
    expect((await draft({ steps: [lost], utterances })).reply).toContain('A new one is yours');
  });
});

describe('how a talk begins and ends', () => {
  const greeting = { ...triage.intent, id: 'general.greeting-or-thanks', category: 'general' as const };

  it('with a greeting for a greeting', async () => {
    const utterances = talk(['customer', 'hello']);
    const opinion = await draft({ triage: { ...triage, intent: greeting }, utterances, passages: [] });
    expect(opinion).toMatchObject({ confidence: null, abstain: null });
    expect(opinion.reply).toMatch(/^Hello/);
  });

  it.each([
    ['perfect, thank you so much!', /welcome/],
    ["oh, that's much better", /glad/],
  ])('with thanks for %s', async (last, said) => {
    const utterances = talk(
      ['customer', 'no sound'],
      ['rep', 'Please try the other cable.'],
      ['customer', last],
    );
    expect((await draft({ utterances })).reply).toMatch(said);
  });

  it.each(['thanks, but it is still down', 'great, so now it is broken again', 'thank you. and my bill?'])(
    'not while something is open: %s',
    async (last) => {
      const utterances = talk(['customer', 'no sound'], ['rep', 'Try another cable.'], ['customer', last]);
      expect((await draft({ utterances })).reply).not.toMatch(/welcome|glad/);
    },
  );
});

describe('danger', () => {
  const goal = { do: 'hand-over' as const, queue: 'safety-desk' };
  const evidence = { turnId: 'trn_0', start: 0, end: 3, text: 'gas' };
  const danger = { ...triage, flags: [{ flag: 'safety' as const, evidence }] };
  const replyTo = async (...lines: Parameters<typeof talk>) =>
    (await draft({ goal, triage: danger, utterances: talk(...lines) })).reply;

  it('is answered with getting out, then with calling, then with staying out', async () => {
    const smell = ['customer', 'it smells of gas'] as Parameters<typeof talk>[number];
    const go = ['rep', 'Everyone out of the house now, please.'] as Parameters<typeof talk>[number];
    expect(await replyTo(smell)).toMatch(/safety now.*emergency number first/s);
    expect(await replyTo(smell, go, ['customer', 'the baby is asleep'])).toMatch(/^Please go out now/);
    expect(await replyTo(smell, go, ['customer', "okay, we're out"])).toMatch(/stay outside until/);
  });
});

describe('Spanish', () => {
  const spanish = { language: 'es' };

  it('asks and hands over in Spanish', async () => {
    const missing = [{ field: 'invoice' as const, ask: 'Which bill is it?' }];
    const goal = { do: 'ask' as const, question: 'Which bill is it?' };
    expect((await draft({ goal, triage: { ...triage, missing } })).reply).toContain('Which bill is it?');
    expect((await draft({ ...spanish, goal, triage: { ...triage, missing } })).reply).toContain(
      '¿De qué factura se trata?',
    );
    expect((await draft({ ...spanish, goal: { do: 'hand-over', queue: 'legal-desk' } })).reply).toMatch(
      /^Voy a/,
    );
  });

  it('says what the account holds and offers the next step', async () => {
    const steps = [step({ tool: 'run-line-test', say: "I'm testing your line." })];
    const facts = [
      { key: 'invoice.number', label: 'Bill', value: 'INV-2026-118204' },
      { key: 'invoice.total', label: 'Total', value: '$110.00' },
    ];
    const { reply } = await draft({ ...spanish, steps, facts });
    expect(reply).toContain('su factura INV-2026-118204, de $110.00');
    expect(reply).toContain('Puedo probar su línea desde aquí.');
    expect(reply).not.toMatch(/late fee|testing/);
  });

  it('says nothing when only English articles answer', async () => {
    expect(await draft({ ...spanish, facts: [] })).toMatchObject({ reply: '', abstain: '' });
  });
});
