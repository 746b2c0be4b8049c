import type { ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { wordingFor } from '../wording/for-language';
import { replyOf } from './opinion';

/** Asks what it is about. A rule chose to, so there is no chance of being right to speak of. */
export const clarify = (request: ResolutionRequest): ResolutionOpinion => {
  const wording = wordingFor(request.language);
  const sorry = request.tone.empathyFirst ? [{ text: wording.empathy.general, needed: true }] : [];
  return replyOf(request, [...sorry, { text: wording.clarify, needed: true }], null);
};
