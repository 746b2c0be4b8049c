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

/** What a tool says of what it acts on, for clauses of tools.yaml. Each tool gives those that apply. */
const TARGET = {
  /** Of an order, visit, service or charge. */
  status: 'string',
  kind: 'string',
  /** In dollars: the charge, the fee or the price that is spoken of. */
  amount: 'double',
  age_days: 'double',
  /** Until a visit begins; negative once it has. */
  hours_ahead: 'double',
  /** Of an early end or a late change: what it costs, in dollars. */
  fee: 'double',
  months: 'double',
  /** How many of the checks of who is speaking were passed. */
  checks_passed: 'double',
  name_matches: 'bool',
  /** Others of the same kind in the last 12 months. */
  same_kind_12_months: 'double',
  in_stock: 'bool',
} as const satisfies FactsSchema;
export type TargetFacts = FactsOf<typeof TARGET>;

/** What clauses of tools.yaml may speak of. */
export const TOOL_FACTS = {
  actor: { role: 'string' },
  action: { amount: 'double', reversal: 'bool', origin: 'string' },
  target: TARGET,
  customer: {
    tier: 'string',
    vulnerable: 'bool',
    tenure_months: 'double',
    balance_overdue: 'double',
    monthly_total: 'double',
    account_open: 'bool',
    open_dispute: 'bool',
  },
  triage: {
    flags: {
      legal: flag,
      regulator: flag,
      safety: flag,
      security: flag,
      vulnerability: flag,
      cancel: flag,
      injection: flag,
    },
  },
  /** What was given already, in dollars and times: to this customer within the tool's period, by this person today. */
  usage: {
    customer_amount: 'double',
    customer_count: 'double',
    actor_amount: 'double',
    actor_count: 'double',
  },
} as const satisfies FactsSchema;
export type ToolFacts = FactsOf<typeof TOOL_FACTS>;

/** What clauses of offers and of contact.yaml may speak of; docs/authoring.md, "Offers", says what each one means. Amounts are dollars. */
export const OFFER_FACTS = {
  /** The offer that is looked at, and what is left to give of it. */
  offer: { id: 'string', kind: 'string', cost: 'double', cap: 'double' },
  /** Left in its pool this month, and what this offer has given of it. */
  pools: { left: 'double', given: 'double' },
  customer: {
    tenure_months: 'double',
    tenure_years: 'double',
    tier: 'string',
    vulnerable: 'bool',
    autopay: 'bool',
    offers_allowed: 'bool',
    language: 'string',
    zone: 'string',
    area: 'string',
    has_price_lock: 'bool',
    price_lock_months_left: 'double',
    had_price_lock: 'bool',
    price_lock_ended_days: 'double',
    monthly_total: 'double',
    balance_overdue: 'double',
    failed_payments_90_days: 'double',
    open_dispute: 'bool',
    contacts_30_days: 'double',
    contacts_90_days: 'double',
    last_csat: 'double',
    price_rise: 'double',
    services: [
      {
        kind: 'string',
        plan: 'string',
        price: 'double',
        tenure_months: 'double',
        status: 'string',
        ending: 'bool',
        usage_gb: 'double',
        peak_mbps: 'double',
        plan_mbps: 'double',
      },
    ],
    devices: [{ model: 'string', age_months: 'double', status: 'string' }],
    credits: [{ kind: 'string', reason: 'string', age_months: 'double', amount: 'double' }],
    orders: [{ item: 'string', status: 'string', days_late: 'double', age_days: 'double' }],
    visits: [
      { kind: 'string', status: 'string', age_days: 'double', hours_ahead: 'double', trip_fee: 'double' },
    ],
  },
  /** What an offer's tool acts on: ids and plans of this account. A thing that there are two of is not known. */
  on: {
    fiber: 'string',
    fiber_plan: 'string',
    fiber_mbps: 'double',
    fiber_peak_mbps: 'double',
    tv: 'string',
    tv_plan: 'string',
    light_line: 'string',
    light_line_gb: 'double',
    full_line: 'string',
    full_line_gb: 'double',
    visit: 'string',
    visit_fee: 'double',
    visit_kind: 'string',
  },
  risk: { score: 'double', band: 'string' },
  triage: {
    category: 'string',
    intent: 'string',
    sentiment: { score: 'double', anger: 'bool', direction: 'string' },
    flags: ESCALATION_FACTS.triage.flags,
  },
  conversation: {
    channel: 'string',
    issue_resolved: 'bool',
    customer_turns: 'double',
    wants_to_leave: 'bool',
    save_attempts: 'double',
    offers_presented: 'double',
    complaint_open: 'bool',
    escalated: 'bool',
  },
  incidents: { outages: 'double', known_issues: 'double', outage_hours: 'double' },
  history: {
    /** Everything this customer was offered, `here` in this conversation. */
    offers: [{ id: 'string', kind: 'string', response: 'string', age_days: 'double', here: 'bool' }],
    accepted_90_days: 'double',
    declined_90_days: 'double',
  },
  rep: { tenure_months: 'double', quiet: 'bool', offers_today: 'double' },
} as const satisfies FactsSchema;
export type OfferFacts = FactsOf<typeof OFFER_FACTS>;

/** What clauses of pricing.yaml may speak of: a visit as far as it is chosen, and whose it is. */
export const VISIT_FACTS = {
  visit: {
    kind: 'string',
    /** Keys of pricing.yaml. */
    model: 'string',
    symptom: 'string',
    zone: 'string',
    /** `monday` to `sunday`, where the visit is. */
    weekday: 'string',
    last_window: 'bool',
    /** Calendar days from today to the visit: 0 is today. */
    days_ahead: 'double',
    fault_is_ours: 'bool',
    /** Since the same model was last repaired for this customer. */
    days_since_repair: 'double',
  },
  customer: { home_care: 'bool', tier: 'string', vulnerable: 'bool' },
} as const satisfies FactsSchema;
export type VisitFacts = FactsOf<typeof VISIT_FACTS>;
