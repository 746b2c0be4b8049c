import type { Ports, TriageRequest } from '@/lib/assist/ports';
import { memoByText } from '@/lib/core/memo';
import { findIssues } from './find-issues';
import type { IntentModel } from './intent-model';

/** Conversations whose reading is remembered: one run reads the same one for triage, for search and for the second reading. */
const REMEMBERED = 64;

/** What conversations are about, by `findIssues`, each read once however many steps ask. */
export const rememberingIssues = (model: IntentModel): Ports['guessIntents'] => {
  const read = memoByText(REMEMBERED, (request) => {
    const { utterances, language } = JSON.parse(request) as TriageRequest;
    return findIssues(model, utterances, language);
  });
  return ({ utterances, language }) => read(JSON.stringify({ utterances, language }));
};
