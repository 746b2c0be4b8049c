import { MINUTE } from '../../core/clock';
import { contactsWithin, monthlyMinor, monthsSince, overdueMinor } from '../../domain/account-figures';
import type { Turn } from '../../domain/conversation';
import type { Account } from '../../domain/customer';
import type { IncidentHit, Retrieval } from '../../domain/knowledge';
import { FLAGS, FRUSTRATED_BELOW, hasFlag, type Sentiment, type Triage } from '../../domain/triage';
import type { EscalationFacts } from '../../policies/facts';
import { amountsIn } from './amounts';

const dollars = (minor: number): number => minor / 100;

export interface Moment {
  triage: Triage;
  account: Account;
  turns: readonly Pick<Turn, 'role' | 'kind' | 'at'>[];
  channel: string;
  escalated: boolean;
  retrieval: Retrieval | null;
  /** Those that touch this customer, where they are known before retrieval is done. */
  incidents?: readonly Pick<IncidentHit, 'kind'>[];
  /** Messages of the customer since a step was last shown done; null while nobody has looked for steps. */
  turnsWithoutProgress: number | null;
  now: Date;
}

const DISPUTES = new Set([
  'billing.dispute-charge',
  'billing.unrecognised-charge',
  'billing.duplicate-charge',
  'returns.refund-request',
]);

/** The largest amount in dispute, in dollars: said in a dispute, or standing on a disputed bill. Undefined when there is none. */
const disputedAmount = (triage: Triage, account: Account): number | undefined => {
  const said = DISPUTES.has(triage.intent.id) ? amountsIn(triage.entities).map(dollars) : [];
  const billed = account.invoices
    .filter((invoice) => invoice.status === 'disputed')
    .map((invoice) => dollars(invoice.total.minor));
  const amounts = [...said, ...billed].filter((amount) => amount > 0);
  return amounts.length > 0 ? Math.max(...amounts) : undefined;
};

/** How many of the customer's last messages are looked at for frustration that lasts: those that the mood itself is read from. */
const LASTING = 4;

const frustratedTurns = ({ trend }: Sentiment): number =>
  trend.slice(-LASTING).filter((score) => score <= FRUSTRATED_BELOW).length;

/** The facts that clauses of escalation.yaml and urgency.yaml read. Those that are not known stay undefined: a clause is then unknown. */
export const escalationFacts = ({
  triage,
  account,
  turns,
  channel,
  escalated,
  retrieval,
  incidents = retrieval?.incidents,
  turnsWithoutProgress,
  now,
}: Moment): EscalationFacts => {
  const messages = turns.filter((turn) => turn.kind === 'message');
  const opened = turns[0] ? new Date(turns[0].at) : now;
  const { customer } = account;
  const dispute = disputedAmount(triage, account);
  return {
    triage: {
      category: triage.intent.category,
      intent: triage.intent.id,
      confidence: triage.intent.confidence,
      urgency: triage.urgency.level,
      complexity: triage.complexity.level,
      language: triage.language,
      secondary_count: triage.secondary.length,
      sentiment: {
        label: triage.sentiment.label,
        score: triage.sentiment.score,
        anger: triage.sentiment.anger,
        direction: triage.sentiment.direction,
        frustrated_turns: frustratedTurns(triage.sentiment),
      },
      flags: Object.fromEntries(FLAGS.map((flag) => [flag, hasFlag(triage, flag)])) as Record<
        (typeof FLAGS)[number],
        boolean
      >,
    },
    customer: {
      tier: customer.tier,
      vulnerable: customer.vulnerable,
      ...(customer.since ? { tenure_months: monthsSince(customer.since, now) } : {}),
      contacts_30_days: contactsWithin(account, 30, now),
      balance_overdue: dollars(overdueMinor(account)),
      monthly_total: dollars(monthlyMinor(account)),
    },
    conversation: {
      channel,
      customer_turns: messages.filter((turn) => turn.role === 'customer').length,
      rep_turns: messages.filter((turn) => turn.role === 'rep').length,
      minutes_open: Math.max(0, (now.getTime() - opened.getTime()) / MINUTE),
      escalated,
      ...(turnsWithoutProgress === null ? {} : { turns_without_progress: turnsWithoutProgress }),
    },
    ...(retrieval
      ? {
          retrieval: { confidence: retrieval.confidence, passages: retrieval.passages.length },
        }
      : {}),
    ...(incidents
      ? {
          incidents: {
            outages: incidents.filter((incident) => incident.kind === 'outage').length,
            known_issues: incidents.filter((incident) => incident.kind === 'known-issue').length,
          },
        }
      : {}),
    ...(dispute === undefined ? {} : { dispute: { amount: dispute } }),
  };
};
