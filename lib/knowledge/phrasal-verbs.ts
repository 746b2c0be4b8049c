/**
 * Verbs whose sense lies in words that are too common to search for. They stand next to each other or around what they are about:
 * `went up`, `put my order through`.
 */
const PHRASAL: readonly { pattern: RegExp; means: string }[] = [
  { pattern: /\b(?:go(?:es|ne)?|going|went|gone) (?:way |right |back )?up\b/gi, means: 'increase' },
  { pattern: /\b(?:shot|shoots?|shooting|crept|jumped) up\b/gi, means: 'increase' },
  { pattern: /\b(?:ran|runs?|running) out\b/gi, means: 'expire' },
  {
    pattern: /\b(?:never|not|didn'?t|hasn'?t|isn'?t|won'?t) (?:show|showed|shown|showing|turn(?:ed)?) up\b/gi,
    means: 'missed missing',
  },
  { pattern: /\b(?:give|gave|giving|given) up (?:on )?/gi, means: 'cancel ' },
  { pattern: /\bg[eo]t(?:ting)? rid of\b/gi, means: 'remove cancel' },
  {
    pattern: /\b(?:get|got|getting) (?:back )?in(?:to)? (?:my|the|our) (?:account|app|profile)\b/gi,
    means: 'sign in account',
  },
];

/** The text with such verbs replaced by a word that can be searched. */
export const inOneWord = (text: string): string =>
  PHRASAL.reduce((plain, { pattern, means }) => plain.replace(pattern, means), text);
