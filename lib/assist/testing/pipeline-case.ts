import type { Turn, TurnRole } from '@/lib/domain/conversation';
import type { Account } from '@/lib/domain/customer';
import type { StepRecord } from '@/lib/domain/run';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { PipelineInput, Ports, StepMemory } from '../ports';
import { type LiteralModels, literalKnowledge, literalModels } from './literal-models';

const NOW = new Date('2027-03-10T18:00:00Z');

export const plainAccount: Account = {
  customer: {
    id: 'cus_1',
    accountNumber: 'LK-1',
    name: 'Sam Ferreira',
    tier: 'standard',
    area: 'Alder Falls',
    zip: null,
    language: 'en',
    vulnerable: false,
    autopay: false,
    since: '2024-01-01',
    priceLockUntil: null,
    offersAllowed: true,
    email: 'sam@example.com',
    phone: null,
    notes: [],
  },
  services: [],
  devices: [],
  invoices: [],
  payments: [],
  orders: [],
  visits: [],
  credits: [],
  memory: [],
  history: [],
};

export const turnsOf = (...said: [role: TurnRole, text: string][]): Turn[] =>
  said.map(([role, text], index) => ({
    id: `trn_${index + 1}`,
    conversationId: 'cnv_1',
    seq: index + 1,
    role,
    kind: 'message',
    text,
    authorId: null,
    authorName: null,
    at: new Date(NOW.getTime() + index * 1000).toISOString(),
  }));

/** A conversation in which the customer said `texts`, and whatever else a test is about. */
export const inputOf = (texts: string[], more: Partial<PipelineInput> = {}): PipelineInput => ({
  conversationId: 'cnv_1',
  channel: 'chat',
  turns: turnsOf(...texts.map((text): [TurnRole, string] => ['customer', text])),
  account: plainAccount,
  incidents: [],
  overrides: { steps: {} },
  recorded: { sent: [], ticks: [], actions: [] },
  escalated: false,
  ...more,
});

/** A memory that lasts as long as the test; `records` is what it holds. */
export const memoryOf = (records: StepRecord[] = []): StepMemory & { records: StepRecord[] } => ({
  records,
  recall: (step, inputHash) =>
    records.find((record) => record.step === step && record.inputHash === inputHash),
  remember: (record) => records.push(record),
});

/** Ports with a literal engine, an empty shelf, a memory of their own and a clock that stands. */
export const portsOf = (
  policies: PolicySet,
  models: LiteralModels = literalModels(),
  more: Partial<Ports> = {},
): Ports => ({
  ...models,
  guessIntents: () => [{ id: 'billing.bill-explanation', confidence: 0.5 }],
  local: literalModels(),
  knowledge: literalKnowledge(),
  policies,
  memory: memoryOf(),
  clock: { now: () => NOW },
  ...more,
});
