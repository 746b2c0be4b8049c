import { asksSomething } from '@/lib/assist/facts/closing';
import { readClauses } from '@/lib/assist/facts/read-clauses';
import { saidShare } from '@/lib/assist/facts/said-share';
import { ACKNOWLEDGES } from '@/lib/assist/facts/step-kind';
import type { ResolutionRequest } from '@/lib/assist/ports';

/** Share of a sentence's words in one reply of a rep at which the customer has heard it. */
const HEARD = 0.5;

type Talk = Pick<ResolutionRequest, 'utterances'>;

/** What was said longer ago than this many replies may be said again. */
const REMEMBERED = 80;

/** What the rep said, oldest first. */
export const repLines = ({ utterances }: Talk): string[] =>
  utterances.flatMap(({ role, text }) => (role === 'rep' ? [text] : [])).slice(-REMEMBERED);

/** Whether a rep has told the customer this already, in these words or close to them. */
export const wasHeard = (talk: Talk, text: string): boolean =>
  repLines(talk).some((line) => saidShare(text, line) >= HEARD);

/** What the customer wrote since the last reply, oldest first. */
export const newLines = ({ utterances }: Talk): string[] =>
  utterances
    .slice(utterances.findLastIndex(({ role }) => role === 'rep') + 1)
    .flatMap(({ role, text }) => (role === 'customer' ? [text] : []));

export const asksNow = (talk: Talk): boolean => newLines(talk).some(asksSomething);

export const isFirstReply = (talk: Talk): boolean => repLines(talk).length === 0;

export const wasAcknowledged = (talk: Talk): boolean =>
  repLines(talk).some((line) => ACKNOWLEDGES.test(line));

const HANDS_OVER =
  /\b(?:hand(?:ing|ed)? (?:this|it|you|the case|the chat|your case)|(?:bring|brought|get|getting)(?:ing)? in (?:a|the|our|my)|pass(?:ing|ed) (?:this|it|you|your case|everything)|transfer(?:ring|red)?|(?:desk|team|lead|supervisor|colleague) (?:is|are|will be) (?:joining|taking|reading|with you)|(?:put|putting) you through|incorporar a|le paso|paso (?:\S+ ){0,3}(?:su caso|esto)|transfier\p{L}+|comunico con)\b/iu;

/** Whether the customer was told that someone else takes over. */
export const wasHandedOver = (talk: Talk): boolean =>
  repLines(talk).some((line) =>
    readClauses(line).some(({ text, negated, asks }) => !negated && !asks && HANDS_OVER.test(text)),
  );
