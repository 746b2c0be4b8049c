import { type Turn, type Utterance, utterancesOf } from '../../domain/conversation';
import type { Account, AccountFact } from '../../domain/customer';
import type { Retrieval } from '../../domain/knowledge';
import type { Triage } from '../../domain/triage';
import { accountFacts } from './account-facts';
import { focusOf } from './focus';

/** Locales by which dates and money are written, by the customer's language. */
const LOCALES: Record<string, string> = { en: 'en-US', es: 'es-US' };

/** What was said, and what of the account it concerns: what resolution, packing and tracking all start from. */
export const situationOf = (
  { turns, account }: { turns: readonly Turn[]; account: Account },
  triage: Triage,
  retrieval: Retrieval,
): { utterances: Utterance[]; facts: AccountFact[] } => {
  const utterances = utterancesOf(turns);
  const said = utterances
    .filter((utterance) => utterance.role === 'customer')
    .map((utterance) => utterance.text);
  const focus = focusOf(account, triage.entities, triage.intent.id, said.join(' '));
  return {
    utterances,
    facts: accountFacts(account, focus, retrieval.incidents, LOCALES[triage.language] ?? 'en-US'),
  };
};
