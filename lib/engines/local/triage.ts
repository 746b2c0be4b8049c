import type { ModelPort, Ports, TriageOpinion, TriageRequest } from '@/lib/assist/ports';
import { memoByText } from '@/lib/core/memo';
import type { LocalModels } from './models';
import { readMood } from './sentiment/read-mood';
import { LOCAL } from './use';

/** What a conversation is about and how the customer feels, by the models learnt from `policies/triage`. */
export const triageWith = (
  guessIntents: Ports['guessIntents'],
  sentiment: LocalModels['sentiment'],
): ModelPort<TriageRequest, TriageOpinion> => {
  const mood = memoByText(4000, (text) => readMood(sentiment, text));
  return async (request, { signal }) => {
    signal.throwIfAborted();
    const customers = request.utterances.filter(({ role }) => role === 'customer');
    return {
      value: { intents: guessIntents(request), sentiment: customers.map(({ text }) => mood(text)) },
      use: LOCAL,
    };
  };
};
