import type { ModelPort, ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { answer } from './resolution/answer';
import { ask } from './resolution/ask';
import { clarify } from './resolution/clarify';
import { handOver } from './resolution/hand-over';
import { LOCAL } from './use';

const opinionOn = (request: ResolutionRequest): ResolutionOpinion => {
  const { goal } = request;
  switch (goal.do) {
    case 'ask':
      return ask(request, goal.question);
    case 'clarify':
      return clarify(request);
    case 'hand-over':
      return handOver(request, goal.queue);
    case 'answer':
      return answer(request);
  }
};

/** A reply from what the request holds, in words that are fixed or an article's own. */
export const draftResolution: ModelPort<ResolutionRequest, ResolutionOpinion> = async (
  request,
  { signal },
) => {
  signal.throwIfAborted();
  return { value: opinionOn(request), use: LOCAL };
};
