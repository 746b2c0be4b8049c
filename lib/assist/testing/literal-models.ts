import type { Passage } from '@/lib/domain/knowledge';
import { RULES } from '@/lib/domain/run';
import type { KnowledgePort } from '@/lib/knowledge/port';
import type { Answer, HandoffOpinion, ModelPorts, ResolutionOpinion, TriageOpinion } from '../ports';

/** What a literal engine answers; a test names only what it is about. */
export interface Opinions {
  intents: TriageOpinion['intents'];
  /** One mood for every customer utterance. */
  mood: number;
  resolution: ResolutionOpinion;
  handoff: HandoffOpinion;
}

export const OPINIONS: Opinions = {
  intents: [{ id: 'billing.bill-explanation', confidence: 0.9 }],
  mood: 0,
  resolution: {
    reply: 'Thanks for waiting. I am looking at your bill now.',
    passages: [],
    facts: [],
    confidence: 0.9,
    abstain: null,
  },
  handoff: {
    issue: 'Wants the bill explained',
    inTheirWords: null,
    tried: [],
    next: ['Explain the bill'],
    tone: 'calm',
  },
};

export type PortName = keyof ModelPorts;

/** An engine that answers what it is told, and remembers which ports were asked, in order. */
export interface LiteralModels extends ModelPorts {
  calls: PortName[];
}

export const literalModels = (
  opinions: Partial<Opinions> = {},
  overrides: Partial<ModelPorts> = {},
): LiteralModels => {
  const { intents, mood, resolution, handoff } = { ...OPINIONS, ...opinions };
  const calls: PortName[] = [];
  const answer = <T>(value: T): Answer<T> => ({ value, use: { ...RULES, engine: 'literal' } });
  const ports: ModelPorts = {
    triage: async ({ utterances }) =>
      answer({ intents, sentiment: utterances.filter(({ role }) => role === 'customer').map(() => mood) }),
    draftResolution: async () => answer(resolution),
    summariseHandoff: async () => answer(handoff),
    summariseWrapUp: async () =>
      answer({ disposition: ['billing', 'explained'], notes: 'Explained the bill.', followUp: null }),
    ...overrides,
  };
  const counted = <Name extends PortName>(name: Name): ModelPorts[Name] => {
    const port = ports[name] as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => {
      calls.push(name);
      return port(...args);
    }) as ModelPorts[Name];
  };
  return {
    calls,
    triage: counted('triage'),
    draftResolution: counted('draftResolution'),
    summariseHandoff: counted('summariseHandoff'),
    summariseWrapUp: counted('summariseWrapUp'),
  };
};

/** A shelf with these passages and nothing else. */
export const literalKnowledge = (passages: Passage[] = []): KnowledgePort => ({
  search: async () => ({ passages, use: RULES }),
  procedure: () => [],
});
