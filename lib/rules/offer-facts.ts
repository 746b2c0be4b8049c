import { DAY, daysBetween, HOUR } from '../core/clock';
import { monthsSince } from '../domain/account-figures';
import type { CancelRisk } from '../domain/cancel-risk';
import type { Account } from '../domain/customer';
import type { Incident } from '../domain/incident';
import type { OfferResponse } from '../domain/offer';
import { FLAGS, hasFlag, type Triage } from '../domain/triage';
import type { OfferFacts } from '../policies/facts';
import { type Catalogue, customerFacts, type HoursUntil, targetFacts } from './offer-facts-account';

/** Everything that offers are decided on. What nobody knows is null, and the clauses that need it are then unknown. */
export interface OfferMoment {
  account: Account;
  catalogue: Catalogue;
  hoursUntil: HoursUntil;
  triage: Triage | null;
  risk: CancelRisk | null;
  conversation: {
    channel: string;
    customerTurns: number;
    escalated: boolean;
    /** Whether what the customer came for is handled; null while nobody can tell. */
    issueResolved: boolean | null;
  };
  /** Open incidents that touch this customer, and outages of late that did and are over. */
  incidents: {
    open: readonly Pick<Incident, 'kind'>[];
    over: readonly Pick<Incident, 'startedAt' | 'restoreAt'>[];
  } | null;
  /** Everything the customer was ever offered: in this conversation, and before it. */
  offered: { here: readonly OfferResponse[]; before: readonly OfferResponse[] } | null;
  /** Who would make the offer. `since` is their first day; `offersToday` were shown to them today. */
  rep: { since: string | null; quietUntil: Date | null; offersToday: number } | null;
  now: Date;
}

const LEAVING = new Set(['account.cancel-service', 'account.close-account']);
const COMPLAINT = 'general.complaint';

const intentsOf = (triage: Triage): string[] => [triage.intent, ...triage.secondary].map(({ id }) => id);

/** The customer says they are leaving, whatever else they say. */
export const wantsToLeave = (triage: Triage): boolean =>
  hasFlag(triage, 'cancel') || intentsOf(triage).some((intent) => LEAVING.has(intent));

const triageFacts = (triage: Triage): OfferFacts['triage'] => ({
  category: triage.intent.category,
  intent: triage.intent.id,
  sentiment: {
    score: triage.sentiment.score,
    anger: triage.sentiment.anger,
    direction: triage.sentiment.direction,
  },
  flags: Object.fromEntries(FLAGS.map((flag) => [flag, hasFlag(triage, flag)])) as Record<
    (typeof FLAGS)[number],
    boolean
  >,
});

const conversationFacts = ({ conversation, triage, offered }: OfferMoment): OfferFacts['conversation'] => {
  const leaving = triage === null ? undefined : wantsToLeave(triage);
  const resolved = conversation.issueResolved ?? undefined;
  return {
    channel: conversation.channel,
    customer_turns: conversation.customerTurns,
    escalated: conversation.escalated,
    issue_resolved: resolved,
    wants_to_leave: leaving,
    // A complaint that was answered is closed; one that nobody can tell of is open.
    complaint_open: triage === null ? undefined : intentsOf(triage).includes(COMPLAINT) && resolved !== true,
    // To one who is leaving, any offer is an attempt to keep them.
    save_attempts:
      offered === null || leaving === undefined
        ? undefined
        : offered.here.filter(({ kind }) => kind === 'retention' || leaving).length,
    offers_presented: offered?.here.length,
  };
};

const incidentFacts = ({ incidents, now }: OfferMoment): OfferFacts['incidents'] => {
  if (incidents === null) return {};
  const hours = incidents.over.flatMap(({ startedAt, restoreAt }) =>
    restoreAt === null || Date.parse(restoreAt) > now.getTime()
      ? []
      : [Math.floor((Date.parse(restoreAt) - Date.parse(startedAt)) / HOUR)],
  );
  return {
    outages: incidents.open.filter(({ kind }) => kind === 'outage').length,
    known_issues: incidents.open.filter(({ kind }) => kind === 'known-issue').length,
    outage_hours: Math.max(0, ...hours),
  };
};

const historyFacts = ({ offered, now }: OfferMoment): OfferFacts['history'] => {
  if (offered === null) return {};
  const all = [
    ...offered.here.map((response) => ({ response, here: true })),
    ...offered.before.map((response) => ({ response, here: false })),
  ];
  const answered = (answer: OfferResponse['response']): number =>
    all.filter(
      ({ response: { response, presentedAt } }) =>
        response === answer && now.getTime() - Date.parse(presentedAt) <= 90 * DAY,
    ).length;
  return {
    offers: all.map(({ response: { offerId, kind, response, presentedAt }, here }) => ({
      id: offerId,
      kind,
      response,
      age_days: Math.max(0, daysBetween(new Date(presentedAt), now)),
      here,
    })),
    accepted_90_days: answered('accepted'),
    declined_90_days: answered('declined'),
  };
};

/** The facts that clauses of offers and of contact.yaml read. Pure; what is not known stays undefined. */
export const offerFacts = (moment: OfferMoment): OfferFacts => {
  const { account, catalogue, hoursUntil, triage, risk, rep, now } = moment;
  return {
    customer: customerFacts(account, catalogue, hoursUntil, now),
    on: targetFacts(account, catalogue, hoursUntil),
    risk: risk?.is === 'scored' ? { score: risk.score, band: risk.band } : {},
    ...(triage === null ? {} : { triage: triageFacts(triage) }),
    conversation: conversationFacts(moment),
    incidents: incidentFacts(moment),
    history: historyFacts(moment),
    rep:
      rep === null
        ? {}
        : {
            tenure_months: rep.since === null ? undefined : monthsSince(rep.since, now),
            quiet: rep.quietUntil !== null && rep.quietUntil.getTime() > now.getTime(),
            offers_today: rep.offersToday,
          },
  };
};
