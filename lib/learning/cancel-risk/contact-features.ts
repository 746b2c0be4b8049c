import { DAY } from '@/lib/core/clock';
import { contactsWithin } from '@/lib/domain/account-figures';
import type { Account } from '@/lib/domain/customer';
import type { SentimentLabel } from '@/lib/domain/triage';
import { either, type Feature, plural } from './feature';

const CONTACT_DAYS = 90;

/** How often the most frequent reason of the last 90 days came up. */
const sameReason = ({ history }: Account, now: Date): number => {
  const counts = new Map<string, number>();
  for (const { intent, on } of history)
    if (intent !== null && now.getTime() - Date.parse(on) <= CONTACT_DAYS * DAY)
      counts.set(intent, (counts.get(intent) ?? 0) + 1);
  return Math.max(0, ...counts.values());
};

const MOODS: Readonly<Record<SentimentLabel, { value: number; says: string }>> = {
  frustrated: { value: -1, says: 'The last conversation went badly' },
  neutral: { value: 0, says: 'The last conversation went neither well nor badly' },
  positive: { value: 1, says: 'The last conversation went well' },
};

/** What contacts and the newest conversation say. */
export const CONTACT_FEATURES: readonly Feature[] = [
  {
    id: 'outages',
    read: ({ outages }) => outages,
    says: (count) =>
      count === 0 ? 'No outage in 90 days' : `${plural(count, 'outage')} in the last 90 days`,
  },
  {
    id: 'contacts_90_days',
    read: ({ account, now }) => contactsWithin(account, CONTACT_DAYS, now),
    says: (count) =>
      count === 0 ? 'No contact in 90 days' : `${plural(count, 'contact')} in the last 90 days`,
  },
  {
    id: 'same_reason_contacts',
    read: ({ account, now }) => sameReason(account, now),
    says: (count) =>
      count < 2 ? 'Nothing came up twice' : `Had to contact us ${count} times about the same thing`,
  },
  {
    id: 'last_csat',
    read: ({ account: { history } }) => history.find(({ csat }) => csat !== null)?.csat ?? null,
    says: (stars) => `Rated the last contact ${stars} out of 5`,
  },
  {
    id: 'mood',
    read: ({ talk }) => (talk ? MOODS[talk.mood].value : null),
    says: (value) => Object.values(MOODS).find((mood) => mood.value === value)?.says ?? '',
  },
  {
    id: 'mood_falling',
    read: ({ talk }) => (talk?.falling == null ? null : Number(talk.falling)),
    says: either('The mood fell during the last conversation', 'The mood held in the last conversation'),
  },
  {
    id: 'cancel_words',
    read: ({ talk }) => (talk ? Number(talk.cancelWords) : null),
    says: either('Spoke of cancelling', 'Did not speak of cancelling'),
  },
  {
    id: 'competitor_named',
    read: ({ talk }) => (talk ? Number(talk.competitorNamed) : null),
    says: either('Named another provider', 'Named no other provider'),
  },
];
