import type { KnownValue } from '@/lib/detectors/vault';
import type { Utterance } from '@/lib/domain/conversation';
import type { AccountFact } from '@/lib/domain/customer';
import type { SentSuggestion } from '@/lib/domain/handoff';
import type { IncidentHit, Passage } from '@/lib/domain/knowledge';
import type { PlaybookStep } from '@/lib/domain/resolution';
import type { Triage } from '@/lib/domain/triage';
import { dataBlock } from '../data-block';
import type { Clean } from './job';

/** The newest messages a model is shown; a support conversation is rarely half as long. */
export const SHOWN_UTTERANCES = 40;

/** The last messages of a conversation, oldest first; `n` is their number in the whole of it, from 1. */
export const conversationBlock = (utterances: readonly Utterance[], clean: Clean): string =>
  dataBlock(
    'conversation',
    utterances
      .map(({ role, text }, index) => ({ n: index + 1, role, text }))
      .slice(-SHOWN_UTTERANCES)
      .map(({ n, role, text }) => ({ n, who: role, says: clean(text) })),
  );

export const passagesBlock = (passages: readonly Passage[], clean: Clean): string =>
  dataBlock(
    'knowledge articles',
    passages.map((passage, index) => ({
      n: index + 1,
      title: clean(passage.title),
      text: clean(passage.text),
      audience: passage.audience,
      age_days: passage.ageDays,
      stale: passage.stale,
    })),
  );

export const incidentsBlock = (incidents: readonly IncidentHit[], clean: Clean): string =>
  dataBlock(
    'open incidents',
    incidents.map((incident) => ({
      number: incident.number,
      kind: incident.kind,
      title: clean(incident.title),
      cause: clean(incident.cause),
      workaround: incident.workaround === null ? null : clean(incident.workaround),
      started: incident.startedAt,
      restored_by: incident.restoreAt,
      why_theirs: clean(incident.because),
    })),
  );

export const factsBlock = (facts: readonly AccountFact[], clean: Clean): string =>
  dataBlock(
    'account',
    facts.map(({ key, label, value }) => ({ key, label: clean(label), value: clean(value) })),
  );

export const stepsBlock = (steps: readonly PlaybookStep[], clean: Clean): string =>
  dataBlock(
    'playbook',
    steps.map((step) => ({
      phase: step.phase,
      do: clean(step.do),
      say: step.say === null ? null : clean(step.say),
      done: step.done !== null,
      because: step.done === null ? null : clean(step.done.because),
    })),
  );

/** Suggested answers that were sent: what they stood on, and whether the rep changed them. */
export const sentBlock = (sent: readonly SentSuggestion[], clean: Clean): string =>
  dataBlock(
    'suggested answers that were sent',
    sent.map(({ titles, edited }) => ({ from: titles.map(clean).join('; ') || 'the account', edited })),
  );

/** What is on record as tried, so that nobody's prose is asked for it. */
export const recordBlock = (recorded: readonly { what: string; result: string }[], clean: Clean): string =>
  dataBlock(
    'record of what was tried',
    recorded.map(({ what, result }) => ({ what: clean(what), result: clean(result) })),
  );

/** What triage made of the conversation, in one line of our own words. */
export const situationOf = ({ intent, sentiment, urgency }: Triage): string =>
  `${intent.title} (${intent.id}). The customer is ${sentiment.label}, the mood is ${sentiment.direction}, urgency is ${urgency.level}.`;

const PERSONAL_KEYS: Readonly<Record<string, KnownValue['type']>> = {
  name: 'person',
  first_name: 'person',
  account_number: 'account_number',
  email: 'email',
  phone: 'phone',
  address: 'address',
};

/** Names and numbers of the customer that no pattern would find: named by account facts, or found as a person. */
export const knownOf = (facts: readonly AccountFact[], triage: Triage | null): KnownValue[] => [
  ...facts.flatMap(({ key, value }) => {
    const type = PERSONAL_KEYS[key.slice(key.lastIndexOf('.') + 1)];
    return type === undefined ? [] : [{ type, value }];
  }),
  ...(triage?.entities ?? []).flatMap(({ type, value }) => (type === 'person' ? [{ type, value }] : [])),
];
