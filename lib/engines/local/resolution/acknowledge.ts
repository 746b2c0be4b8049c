import { ACKNOWLEDGES } from '@/lib/assist/facts/step-kind';
import type { ResolutionRequest } from '@/lib/assist/ports';
import { wordingFor, writtenIn } from '../wording/for-language';
import type { Part } from './compose';
import { isFirstReply, repLines, wasAcknowledged } from './dialogue';

/** Words of an apology or of understanding that nobody could miss. */
const PLAIN = /\b(?:sorry|understand|frustrat\w{0,4}|you(?:['’]re| are) right)\b/iu;

/** The cited article's own acknowledgement: it names what is wrong. One with a question or a figure in it says more than that. */
const ofTheArticle = ({ steps }: ResolutionRequest): string | null => {
  const say = steps.find(({ phase, done }) => phase === 'de-escalate' && done === null)?.say ?? null;
  if (say === null || !ACKNOWLEDGES.test(say) || /[?\d$]/u.test(say)) return null;
  return PLAIN.test(say) ? say : `I'm sorry. ${say}`;
};

/** What comes before the answer: once per trouble what the customer goes through is named, later that we are still there; a courtesy opens a calm talk. */
export const acknowledgement = (request: ResolutionRequest): Part[] => {
  const wording = wordingFor(request.language);
  const { category } = request.triage.intent;
  if (!request.tone.empathyFirst) return isFirstReply(request) ? [{ text: wording.opening[category] }] : [];
  if (wasAcknowledged(request)) {
    const said = repLines(request).join('\n');
    const fresh = wording.stillHere.find((line) => !said.includes(line)) ?? wording.stillHere[0];
    return fresh === undefined ? [] : [{ text: fresh, needed: true }];
  }
  const own = writtenIn(request.language) === 'en' ? ofTheArticle(request) : null;
  return [{ text: own ?? wording.empathy[category], needed: true }];
};
