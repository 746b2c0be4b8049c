/** Sentences that speak of reps, leads or how to decide are guidance, whatever audience the article has. */
const GUIDANCE =
  /\b(?:reps?|agents?|leads?|supervisors?|escalat\w{0,6}|the queue|the account shows|authority)\b/iu;

const SUBJECT_VERBS: Readonly<Record<string, string>> = {
  is: 'are',
  has: 'have',
  was: 'were',
  does: 'do',
  goes: 'go',
  "doesn't": "don't",
  "isn't": "aren't",
};

const plainVerb = (verb: string): string => {
  const irregular = SUBJECT_VERBS[verb];
  if (irregular !== undefined) return irregular;
  if (/[^s]s$/u.test(verb)) return verb.endsWith('ies') ? `${verb.slice(0, -3)}y` : verb.slice(0, -1);
  return verb;
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A fact of a public article as it is said to the customer it is about; null when it is not for customers' ears. */
export const saidToCustomer = (fact: string): string | null => {
  if (GUIDANCE.test(fact)) return null;
  const direct = fact
    .replace(/\b(?:the|a) customer's\b/giu, 'your')
    .replace(/\b(?:the|a) customer ([a-z']+)/giu, (_match, verb: string) => `you ${plainVerb(verb)}`)
    .replace(/\b(?:the|a) customer\b/giu, 'you')
    .replace(/\bcustomers\b/giu, 'you');
  return capitalised(direct.trim());
};
