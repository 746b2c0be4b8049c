import type { WrapUpRequest } from '@/lib/assist/ports';
import type { IntentId } from '@/lib/domain/intent';
import { findIssues } from '../intent/find-issues';
import type { IntentModel } from '../intent/intent-model';
import { substanceOf } from '../intent/substance';

/** A first message with less than this is a greeting. */
const TELLING = 0.3;
/** What people write first says what they came for; later messages answer questions and check who they are. */
const OPENING_SHARE = 2;

const openingOf = (utterances: WrapUpRequest['utterances']): WrapUpRequest['utterances'] => {
  const first = utterances.findIndex(({ role, text }) => role === 'customer' && substanceOf(text) >= TELLING);
  return utterances.slice(0, first + 1);
};

/**
 * What the whole contact was about: how it began counts twice what it stands at. An intent that a person set (its confidence is 1) is
 * taken as it is. Null when the customer said nothing that tells.
 */
export const contactIntent = (
  model: IntentModel,
  { triage, utterances }: WrapUpRequest,
  language: string,
): IntentId | null => {
  if (triage?.intent.confidence === 1) return triage.intent.id;
  const opening = openingOf(utterances);
  const stands = triage ? [triage.intent, ...triage.secondary] : findIssues(model, utterances, language);
  const share = new Map<IntentId, number>(stands.map(({ id, confidence }) => [id, confidence]));
  for (const { id, confidence } of opening.length > 0 ? findIssues(model, opening, language) : [])
    share.set(id, (share.get(id) ?? 0) + OPENING_SHARE * confidence);
  return [...share].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
};
