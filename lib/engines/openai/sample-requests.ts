import { readFile } from 'node:fs/promises';
import type {
  HandoffRequest,
  ModelPorts,
  ResolutionRequest,
  TriageRequest,
  WrapUpRequest,
} from '@/lib/assist/ports';
import type { Triage } from '@/lib/domain/triage';
import type { AgentsPolicy } from '@/lib/policies/agents-policy';
import type { Taxonomy } from './roles/job';

/** Requests that tests of the engine and of the chain share. */

export const taxonomy: Taxonomy = {
  intents: [
    {
      id: 'billing.duplicate-charge',
      title: 'Charged twice',
      description: 'The customer was charged twice for the same thing.',
    },
    {
      id: 'technical.slow-internet',
      title: 'Slow internet',
      description: 'The connection works but is slow.',
    },
    {
      id: 'shipping.track-order',
      title: 'Track an order',
      description: 'The customer asks where an order is.',
    },
  ],
};

export const utterances: TriageRequest['utterances'] = [
  {
    turnId: 'trn_1',
    role: 'customer',
    text: 'Hi, this is Maya Ortiz. I was charged twice for my bill, write me at maya.ortiz@example.com',
  },
  { turnId: 'trn_2', role: 'rep', text: 'I am sorry about that. Let me look at the bill.' },
  {
    turnId: 'trn_3',
    role: 'customer',
    text: 'Please hurry, the double charge of $60.00 means my rent bounces. My card is 4111 1111 1111 1111.',
  },
];

const triage: Triage = {
  intent: { id: 'billing.duplicate-charge', category: 'billing', title: 'Charged twice', confidence: 0.9 },
  secondary: [],
  urgency: { level: 'high', reasons: [] },
  complexity: { level: 'moderate', reasons: [] },
  sentiment: { label: 'frustrated', score: -0.5, anger: false, trend: [-0.2, -0.5], direction: 'falling' },
  entities: [{ type: 'person', value: 'Maya Ortiz', turnId: 'trn_1', start: 12, end: 22, refersTo: null }],
  flags: [],
  language: 'en',
  missing: [],
};

const steps: ResolutionRequest['steps'] = [
  {
    id: 'dup#1',
    phase: 'diagnose',
    do: 'Check both payments.',
    say: null,
    tool: null,
    source: 'duplicate-charges',
    done: { turnId: 'trn_2', because: 'the rep is looking at the bill' },
  },
  {
    id: 'dup#2',
    phase: 'resolve',
    do: 'Refund the second payment.',
    say: 'I can send the second payment of $60.00 back to your card.',
    tool: 'refund-charge',
    source: 'duplicate-charges',
    done: null,
  },
];

const passages: ResolutionRequest['passages'] = [
  {
    articleId: 'duplicate-charges',
    version: 1,
    title: 'Charged twice',
    topic: 'payments',
    audience: 'public',
    text: 'A duplicate charge goes back to the card in 3 to 5 business days.',
    chunkId: 'chk_1',
    relevance: 0.9,
    ageDays: 20,
    stale: false,
  },
  {
    articleId: 'late-fees',
    version: 2,
    title: 'Late fees',
    topic: 'billing',
    audience: 'public',
    text: 'A late fee of $8.00 is added 10 days after the due date.',
    chunkId: 'chk_2',
    relevance: 0.4,
    ageDays: 40,
    stale: false,
  },
];

export const triageRequest: TriageRequest = { utterances, language: 'en' };

export const resolutionRequest: ResolutionRequest = {
  utterances,
  language: 'en',
  triage,
  passages,
  incidents: [],
  facts: [
    { key: 'customer.first_name', label: 'First name', value: 'Maya' },
    { key: 'email', label: 'E-mail', value: 'maya.ortiz@example.com' },
    { key: 'payment.amount', label: 'Last payment', value: '$60.00' },
  ],
  steps,
  goal: { do: 'answer' },
  tone: { empathyFirst: true, voice: 'warm and plain', avoid: ['no worries'] },
};

export const handoffRequest: HandoffRequest = {
  utterances,
  triage,
  passages,
  incidents: [],
  facts: resolutionRequest.facts,
  steps,
  sent: [],
  untickedAt: [],
  sentiment: triage.sentiment,
};

export const wrapUpRequest: WrapUpRequest = {
  utterances,
  triage,
  steps,
  sent: [],
  escalated: false,
  dispositions: { billing: ['credit-applied', 'explained', 'escalated'], technical: ['fixed', 'escalated'] },
};

const ROLE = {
  engine: 'openai',
  model: 'gpt-4.1-mini',
  fallback_models: [],
  timeout_ms: 2_500,
  max_tokens: 700,
  temperature: 0.2,
} as const;

export const agentsPolicy = (
  over: { fallback?: string[]; timeoutMs?: number; model?: string | null } = {},
): AgentsPolicy => {
  const { fallback = [], timeoutMs = ROLE.timeout_ms, model = ROLE.model } = over;
  const role = (prompt: string): AgentsPolicy['roles']['triage'] => ({
    ...ROLE,
    prompt,
    model,
    fallback_models: fallback,
    timeout_ms: timeoutMs,
  });
  return {
    roles: {
      triage: role('triage'),
      resolution: role('resolution'),
      handoff: role('handoff'),
      'wrap-up': role('wrap-up'),
    },
    breaker: { consecutive_failures: 3, half_open_after_ms: 30_000 },
    budget: { organisation_per_day: 50, user_per_day: 5 },
    thresholds: { intent: 0.35, secondary_intent: 0.25, resolution: 0.45 },
  };
};

/** The prompts that ship. */
export const shippedPrompts = async (): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      ['triage', 'resolution', 'handoff', 'wrap-up'].map(
        async (name) =>
          [
            name,
            await readFile(new URL(`../../../policies/prompts/${name}.md`, import.meta.url), 'utf8'),
          ] as const,
      ),
    ),
  );

/** A local engine that says who it is. */
export const literalPorts: ModelPorts = {
  triage: async () => ({
    value: { intents: [{ id: 'billing.duplicate-charge', confidence: 0.6 }], sentiment: [0, 0] },
    use: local,
  }),
  draftResolution: async () => ({
    value: { reply: 'From the local engine.', passages: [], facts: [], confidence: 0.5, abstain: null },
    use: local,
  }),
  summariseHandoff: async () => ({
    value: { issue: 'local', inTheirWords: null, tried: [], next: ['local'], tone: 'local' },
    use: local,
  }),
  summariseWrapUp: async () => ({
    value: { disposition: ['billing', 'explained'], notes: 'local', followUp: null },
    use: local,
  }),
};
const local = { engine: 'local', hops: [], tokensIn: 0, tokensOut: 0, costMicros: 0 };
