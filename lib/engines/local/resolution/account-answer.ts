import { saidShare } from '@/lib/assist/facts/said-share';
import type { ResolutionRequest } from '@/lib/assist/ports';
import { sentencesOf } from '@/lib/core/text';
import { fillSlots } from '@/lib/knowledge/slots';
import { wordingFor } from '../wording/for-language';
import { repLines } from './dialogue';

/** Values of the account that a rep has named need no second mention. */
const NAMED = 0.6;

/** Sentences in which the account itself answers, for intents where it does; whole ones only, and none that was said before. */
export const accountAnswer = (request: ResolutionRequest): string[] => {
  const template = wordingFor(request.language).account[request.triage.intent.id];
  if (template === undefined) return [];
  const filled = fillSlots(template, new Map(request.facts.map(({ key, value }) => [key, value]))).text;
  return sentencesOf(filled ?? '').filter(
    (sentence) => !repLines(request).some((line) => saidShare(sentence, line) >= NAMED),
  );
};
