import type { ResolutionOpinion, ResolutionRequest } from '@/lib/assist/ports';
import { wordingFor, writtenIn } from '../wording/for-language';
import { acknowledgement } from './acknowledge';
import type { Part } from './compose';
import { asksNow } from './dialogue';
import { newsOfIncident } from './incident-told';
import { replyOf } from './opinion';
import { pickPassages, SURE } from './pick-passages';

/** Asks for what is missing. Who asked something themselves gets what is known of it before being asked back. */
export const ask = (request: ResolutionRequest, question: string): ResolutionOpinion => {
  const wording = wordingFor(request.language);
  const spanish = writtenIn(request.language) === 'es';
  const field = request.triage.missing.find((missing) => missing.ask === question)?.field;
  const known = !spanish && asksNow(request) ? pickPassages(request)[0] : undefined;
  const told: Part[] =
    known?.n === 1 && known.relevance >= SURE ? [{ text: known.text, passage: known.n }] : [];
  const lead: Part[] = request.tone.empathyFirst ? [{ text: wording.beforeQuestion }] : [];
  return replyOf(
    request,
    [
      ...acknowledgement(request),
      ...(newsOfIncident(request)?.parts ?? []),
      ...told,
      ...lead,
      { text: spanish && field ? wording.question[field] : question, needed: true },
    ],
    // The question is the right one when the intent that asks for it is.
    request.triage.intent.confidence,
  );
};
