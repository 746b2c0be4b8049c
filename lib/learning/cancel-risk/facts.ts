import type { Account } from '@/lib/domain/customer';
import type { SentimentLabel } from '@/lib/domain/triage';

/** How the newest conversation reads; of the last 30 days, else there is none to speak of. */
export interface Talk {
  mood: SentimentLabel;
  /** Whether the mood fell on the way; null where nobody followed it. */
  falling: boolean | null;
  cancelWords: boolean;
  competitorNamed: boolean;
}

/** What is known of a customer at one moment. */
export interface RiskFacts {
  account: Account;
  talk: Talk | null;
  /** Outages that took a service of theirs down in the last 90 days. */
  outages: number;
  now: Date;
}
