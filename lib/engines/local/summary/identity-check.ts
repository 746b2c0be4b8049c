import type { Utterance } from '@/lib/domain/conversation';

const ASKED =
  /\b(?:to (?:check|confirm|verify|make sure) (?:it['’]?s|it is|who|your identity)|check (?:that )?(?:it['’]?s|it is) (?:really )?you|verify|security (?:code|question)|code (?:i|we)(?:['’]ve| have)? (?:just )?(?:text|sent)|pin\b|last four|date of birth|(?:full |your )?name\b.{0,30}\b(?:zip|last bill|account|amount)|zip\b.{0,30}\b(?:amount|bill)|nombre completo|c[oó]digo (?:postal|que))/iu;

/** Positions of the customer's messages that answer who they are: what stands there is for the check alone. */
export const identityAnswers = (utterances: readonly Utterance[]): Set<number> => {
  const answers = new Set<number>();
  let asked = false;
  for (const [at, { role, text }] of utterances.entries()) {
    if (role === 'rep') asked = ASKED.test(text.slice(0, 2000));
    else if (asked) answers.add(at);
  }
  return answers;
};
