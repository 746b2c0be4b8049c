import type { FactsOf, FactsSchema } from './facts-schema';

const flag = 'bool';

/** What clauses of escalation.yaml and urgency.yaml may speak of; docs/authoring.md, "Facts", says what each one means. */
export const ESCALATION_FACTS = {
  triage: {
    category: 'string',
    intent: 'string',
    confidence: 'double',
    urgency: 'string',
    complexity: 'string',
    language: 'string',
    secondary_count: 'double',
    sentiment: {
      label: 'string',
      score: 'double',
      anger: 'bool',
      direction: 'string',
      frustrated_turns: 'double',
    },
    flags: {
      legal: flag,
      regulator: flag,
      safety: flag,
      security: flag,
      vulnerability: flag,
      cancel: flag,
      human_requested: flag,
      injection: flag,
      abuse: flag,
      outage: flag,
    },
  },
  customer: {
    tier: 'string',
    vulnerable: 'bool',
    tenure_months: 'double',
    contacts_30_days: 'double',
    balance_overdue: 'double',
    monthly_total: 'double',
  },
  conversation: {
    channel: 'string',
    customer_turns: 'double',
    rep_turns: 'double',
    minutes_open: 'double',
    turns_without_progress: 'double',
    escalated: 'bool',
  },
  retrieval: { confidence: 'double', passages: 'double' },
  dispute: { amount: 'double' },
  incidents: { outages: 'double', known_issues: 'double' },
} as const satisfies FactsSchema;

/** Facts of one moment of a conversation; any of them may be missing, and then the clauses that need it are unknown. */
export type EscalationFacts = FactsOf<typeof ESCALATION_FACTS>;
