import type { ResolutionRequest } from '@/lib/assist/ports';
import type { Category } from '@/lib/domain/intent';
import type { IncidentHit } from '@/lib/domain/knowledge';
import { hasFlag } from '@/lib/domain/triage';
import { substantialWords } from '../intent/substance';

/** Intents that an outage of the customer's area explains by itself. */
const OUTAGE_EXPLAINS: ReadonlySet<string> = new Set([
  'technical.internet-down',
  'technical.intermittent-connection',
  'technical.outage-status',
  'technical.slow-internet',
  'technical.tv-problem',
  'technical.mobile-problem',
]);

/**
 * Words a known issue and the customer must share before it counts as theirs. A fault explains what does not work; it can spill over
 * to bills and sign-in, where more must match, and it never explains an order, a return or a general question.
 */
const SHARED_WORDS: Readonly<Record<Category, number>> = {
  technical: 2,
  billing: 3,
  account: 3,
  shipping: Number.POSITIVE_INFINITY,
  returns: Number.POSITIVE_INFINITY,
  general: Number.POSITIVE_INFINITY,
};

/** The incident that explains what this customer wrote about, if one does: outages by intent, known issues by what both texts name. */
export const explainingIncident = ({
  triage,
  incidents,
  utterances,
}: Pick<ResolutionRequest, 'triage' | 'incidents' | 'utterances'>): IncidentHit | null => {
  const said = substantialWords(
    utterances.flatMap(({ role, text }) => (role === 'customer' ? [text] : [])).join(' '),
  );
  const explains = (incident: IncidentHit): boolean => {
    if (incident.kind === 'outage') return OUTAGE_EXPLAINS.has(triage.intent.id) || hasFlag(triage, 'outage');
    const named = substantialWords(`${incident.title} ${incident.cause}`);
    return [...named].filter((word) => said.has(word)).length >= SHARED_WORDS[triage.intent.category];
  };
  return (
    incidents.find((incident) => incident.kind === 'outage' && explains(incident)) ??
    incidents.find(explains) ??
    null
  );
};
