import { describe, expect, it } from 'vitest';
import type { Utterance } from '../../../domain/conversation';
import type { MissingField } from '../../../domain/triage';
import { goalOf, nextQuestion } from './goal';
import type { ResolveInput } from './schema';

const ORDER: MissingField = { field: 'order', ask: 'What is the order number?' };
const DATE: MissingField = { field: 'date', ask: 'On which day was it delivered?' };
const PLAN: MissingField = { field: 'plan', ask: 'Which speed plan are you on?' };

const talk = (...lines: string[]): Utterance[] =>
  lines.map((text, at) => ({ turnId: `trn_${at}`, role: at % 2 === 0 ? 'customer' : 'rep', text }));
const asks = (
  utterances: Utterance[],
  missing: MissingField[],
  {
    category = 'shipping' as 'shipping' | 'technical',
    facts = [] as ResolveInput['facts'],
    before = 'x.same',
  } = {},
) =>
  nextQuestion(
    {
      utterances,
      facts,
      triage: {
        intent: { id: 'x.same', category, title: '', confidence: 1 },
        missing,
        language: 'en',
      },
    } as ResolveInput,
    { guessIntents: () => [{ id: before, confidence: 1 }] },
  )?.field ?? null;

describe('the next question', () => {
  it('is the first that is missing', () => {
    expect(asks(talk('where is it'), [ORDER, DATE])).toBe('order');
  });

  it('is not one that the rep has asked, in whatever words', () => {
    expect(asks(talk('where is it', 'Could you tell me the order number?', 'hm'), [ORDER, DATE])).toBe(
      'date',
    );
  });

  it('is not one that the rep passed over', () => {
    expect(asks(talk('where is it', 'Let me look.', 'ok'), [ORDER, DATE])).toBe('date');
    expect(asks(talk('where is it', 'Let me look.', 'ok', 'I see it.', 'and?'), [ORDER, DATE])).toBeNull();
  });

  it('begins again with a new matter', () => {
    const utterances = talk('my bill', 'Let me look.', 'and where is my order');
    expect(asks(utterances, [ORDER], { before: 'x.other' })).toBe('order');
  });

  it('is not what the account answers', () => {
    const facts = [{ key: 'service.plan', label: 'Plan', value: 'Fiber 500' }];
    expect(asks(talk('it is slow'), [PLAN], { category: 'technical', facts })).toBeNull();
    expect(asks(talk('it is slow'), [PLAN], { category: 'technical' })).toBe('plan');
  });
});

describe('the goal', () => {
  const goal = (utterances: Utterance[], confidence: number, relevance = 0.1) =>
    goalOf(
      {
        utterances,
        facts: [],
        triage: { intent: { id: 'x.same', category: 'shipping', title: '', confidence }, missing: [] },
        retrieval: { incidents: [], confidence: relevance },
        escalation: { decision: { escalate: false, considered: [] } },
      } as unknown as ResolveInput,
      {
        guessIntents: () => [],
        policies: {
          agents: { thresholds: { intent: 0.35 } },
          knowledge: { relevance_threshold: 0.35 },
        } as Parameters<typeof goalOf>[1]['policies'],
      },
    ).goal.do;

  it('is to ask what it is about while neither the intent nor an article says so', () => {
    expect(goal(talk('hm'), 0.1)).toBe('clarify');
    expect(goal(talk('hm'), 0.6)).toBe('answer');
    expect(goal(talk('hm'), 0.1, 0.7)).toBe('answer');
    expect(goal(talk('hm', 'What do you need?', 'hm'), 0.1)).toBe('answer');
  });
});
