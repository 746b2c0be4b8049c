import { clip } from '@/lib/core/text';
import type { Tx } from '@/lib/db/handle';
import { recordGap } from '@/lib/db/knowledge-gaps';
import { personalValues } from '@/lib/detectors/personal-values';
import { redact } from '@/lib/detectors/placeholders';
import { createVault, PLACEHOLDER } from '@/lib/detectors/vault';
import type { Account } from '@/lib/domain/customer';
import type { Retrieval } from '@/lib/domain/knowledge';
import type { Triage } from '@/lib/domain/triage';
import { termsOf } from '@/lib/knowledge/terms';
import type { KnowledgePolicy } from '@/lib/policies/knowledge-policy';

const SAMPLE_LENGTH = 300;

/** Longer numbers name one order or one bill: the question is the same without them. */
const ONE_OF_MANY = /\d{5}/;

/** Searchable terms of a question, each once, sorted; none for what the placeholders stood for. */
const askedFor = (sample: string): string[] =>
  [...new Set(termsOf(sample.replace(PLACEHOLDER, ' ')))].filter((term) => !ONE_OF_MANY.test(term)).sort();

/** What was asked in vain, without personal data; null when the articles answered, or nothing was asked that they could. */
export const questionInVain = (
  retrieval: Retrieval,
  triage: Triage,
  account: Account,
  policy: KnowledgePolicy,
): { sample: string; terms: string[] } | null => {
  if (!retrieval.gap || policy.not_questions.includes(triage.intent.id)) return null;
  // Cleaned before it is cut: half a card number would not be seen as one.
  const sample = clip(redact(retrieval.query, createVault(personalValues(account.customer))), SAMPLE_LENGTH);
  const terms = askedFor(sample);
  return terms.length === 0 ? null : { sample, terms };
};

/** Counts a customer's question that the articles do not answer, for whoever writes them. */
export const recordKnowledgeGap = async (
  tx: Tx,
  conversationId: string,
  found: { retrieval: Retrieval; triage: Triage; account: Account },
  policy: KnowledgePolicy,
  at: Date,
): Promise<void> => {
  const asked = questionInVain(found.retrieval, found.triage, found.account, policy);
  if (asked) await recordGap(tx, { conversationId, intent: found.triage.intent.id, ...asked, at });
};
