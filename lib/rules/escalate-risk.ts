import type { Risk } from '../domain/escalation';
import type { EscalationFacts } from '../policies/facts';
import type { PolicySet } from '../policies/policy-set';

type Weights = PolicySet['escalation']['risk'];

const unit = (value: number): number => Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0));
const rounded = (value: number): number => Math.round(unit(value) * 1000) / 1000;

const EFFORT: Record<string, number> = { simple: 0.1, moderate: 0.5, complex: 0.9 };
const STANDING: Record<string, number> = { standard: 0.1, gold: 0.4, enterprise: 0.9 };
/** A flag that by itself makes much at stake for the company or the customer, and how much. */
const STAKES = {
  legal: 0.9,
  regulator: 0.9,
  safety: 1,
  security: 0.8,
  vulnerability: 0.7,
  cancel: 0.5,
  outage: 0.3,
} as const;

/** From the last score (-1 is worst), anger and the way the mood is going. */
const sentimentRisk = ({ triage }: EscalationFacts): number => {
  const { score = 0, anger, direction } = triage?.sentiment ?? {};
  return unit(-score) * 0.8 + (anger === true ? 0.2 : 0) + (direction === 'falling' ? 0.1 : 0);
};

/** From the effort of the matter, how many there are, and how long it has gone on. */
const complexityRisk = ({ triage, conversation, customer }: EscalationFacts): number =>
  (EFFORT[triage?.complexity ?? ''] ?? 0) +
  unit((triage?.secondary_count ?? 0) / 4) * 0.2 +
  unit((conversation?.customer_turns ?? 0) / 10) * 0.2 +
  unit((customer?.contacts_30_days ?? 0) / 5) * 0.2;

/** The largest of what is at stake: the flags, the standing of the customer, the disputed or overdue amount against the limit. */
const businessRisk = ({ triage, customer, dispute }: EscalationFacts, limit: number): number =>
  Math.max(
    STANDING[customer?.tier ?? ''] ?? 0,
    unit((dispute?.amount ?? 0) / limit),
    unit((customer?.balance_overdue ?? 0) / limit) * 0.6,
    ...Object.entries(STAKES).map(([flag, stake]) =>
      triage?.flags?.[flag as keyof typeof STAKES] === true ? stake : 0,
    ),
  );

/** Risk from 0 to 1 in three dimensions and their mean by the policy's weights; what is not known adds none. */
export const riskOf = (facts: EscalationFacts, weights: Weights): Risk => {
  const sentiment = rounded(sentimentRisk(facts));
  const complexity = rounded(complexityRisk(facts));
  const business = rounded(businessRisk(facts, weights.dispute_limit));
  const sum = weights.sentiment + weights.complexity + weights.business;
  const total =
    sum === 0
      ? 0
      : (sentiment * weights.sentiment + complexity * weights.complexity + business * weights.business) / sum;
  return { sentiment, complexity, business, total: rounded(total) };
};
