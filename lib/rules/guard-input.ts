import type { Finding, Severity } from '@/lib/domain/guard';
import type { Flag } from '@/lib/domain/triage';

/** What a draft may lean on: passages it cites, facts of the account, and what either side has said. */
export interface Grounding {
  passages: string[];
  facts: string[];
  utterances: string[];
}

/** A reply to check and what it is checked against. `sentimentScore` is the customer's, -1 to 1; `language` is the draft's. */
export interface GuardInput {
  text: string;
  grounding: Grounding;
  flags: Flag[];
  sentimentScore: number;
  language: string;
  /** It leans on an article that customers may not see. */
  citedInternal?: boolean;
}

interface Place {
  start: number;
  end: number;
}

/** A finding over a place of the text. */
export const findingAt = (
  text: string,
  { start, end }: Place,
  rule: { id: string; severity: Severity; message: string; repair?: string | null },
): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  start,
  end,
  text: text.slice(start, end),
  message: rule.message,
  repair: rule.repair ?? null,
});
