const AUXILIARY =
  "is|are|was|were|do|does|did|can|could|will|would|should|have|has|am|can['’]?t|don['’]?t|doesn['’]?t|didn['’]?t|won['’]?t|isn['’]?t|aren['’]?t|haven['’]?t|hasn['’]?t|wasn['’]?t|couldn['’]?t";
const PRONOUN = 'i|you|u|we|it|this|that|they|there|these|those|he|she|anyone|someone|everything|anything';
const HOW_TO = /^how (?:do|can|could|would|should) (?:i|we) /iu;
const AFTER_QUESTION_WORD = new RegExp(
  `^((?:what|which)(?: [\\p{L}\\p{N}]{1,14}){0,2}|when|where|why|who|how(?: \\p{L}{1,14}){0,2}) (${AUXILIARY}) (${PRONOUN})\\b\\s?`,
  'iu',
);
const AFTER_VERB = new RegExp(
  `^(?!do (?:it|this|that|these|those)\\b)(${AUXILIARY}) (${PRONOUN})\\b\\s?`,
  'iu',
);
/** A question word that is its own subject: "which box is broken", "what happened". */
const SUBJECT = /^(?:what|which|who|whose) (?!is\b|are\b|was\b|were\b|do\b|does\b|did\b|can\b|will\b)/iu;

/** Subject before verb; "do" alone falls away. */
const inOrder = (verb: string, subject: string, rest: string): string =>
  [subject, /^do$/iu.test(verb) ? '' : verb.toLowerCase(), rest].filter(Boolean).join(' ');

/** A question as it stands inside a sentence: "whether it is fixed", "why I can't sign in"; null when its subject cannot be told. */
export const embeddedQuestion = (clause: string): string | null => {
  if (HOW_TO.test(clause)) return `how to ${clause.replace(HOW_TO, '')}`;
  const asked = AFTER_QUESTION_WORD.exec(clause);
  if (asked) {
    const [whole, word = '', verb = '', subject = ''] = asked;
    return `${word.toLowerCase()} ${inOrder(verb, subject, clause.slice(whole.length))}`;
  }
  const closed = AFTER_VERB.exec(clause);
  if (closed) {
    const [whole, verb = '', subject = ''] = closed;
    return `whether ${inOrder(verb, subject, clause.slice(whole.length))}`;
  }
  return SUBJECT.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : null;
};
