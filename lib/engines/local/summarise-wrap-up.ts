import type { ModelPort, WrapUpRequest } from '@/lib/assist/ports';
import type { WrapUpDraft } from '@/lib/domain/wrap-up';
import type { LocalModels } from './models';
import { contactIntent } from './summary/contact-intent';
import { dispositionOf } from './summary/disposition';
import { followUpIn } from './summary/follow-up';
import { notesOf } from './summary/notes';
import { inOwnWords } from './summary/own-words';
import { problemSentences } from './summary/problem';
import { LOCAL } from './use';

/** Disposition, notes and follow-up, all from what was said and done. */
export const summariseWrapUpWith =
  (models: LocalModels): ModelPort<WrapUpRequest, WrapUpDraft> =>
  async (given, { signal }) => {
    signal.throwIfAborted();
    const request = { ...given, utterances: inOwnWords(given.utterances, given.triage) };
    const language = request.triage?.language ?? 'en';
    const intent = contactIntent(models.intent, request, language);
    const problems = problemSentences(models.intent, request.utterances, intent, language, 'any');
    return {
      value: {
        disposition: dispositionOf(request, intent),
        notes: notesOf(problems, request),
        followUp: followUpIn(request.utterances),
      },
      use: LOCAL,
    };
  };
