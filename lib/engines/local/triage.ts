import type { ModelPort, TriageOpinion, TriageRequest } from '@/lib/assist/ports';
import { memoByText } from '@/lib/core/memo';
import { findIssues } from './intent/find-issues';
import type { LocalModels } from './models';
import { readMood } from './sentiment/read-mood';
import { LOCAL } from './use';

/** What a conversation is about and how the customer feels, by the models learnt from `policies/triage`. */
export const triageWith = (models: LocalModels): ModelPort<TriageRequest, TriageOpinion> => {
  const mood = memoByText(4000, (text) => readMood(models.sentiment, text));
  return async ({ utterances, language }, { signal }) => {
    signal.throwIfAborted();
    const intents = findIssues(models.intent, utterances, language);
    const sentiment = utterances.filter(({ role }) => role === 'customer').map(({ text }) => mood(text));
    return { value: { intents, sentiment }, use: LOCAL };
  };
};
