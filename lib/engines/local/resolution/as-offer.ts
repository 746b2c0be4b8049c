/** Verbs with which articles report an action, and how each is offered. */
const OFFERED: Readonly<Record<string, string>> = {
  sending: 'send',
  sent: 'send',
  ending: 'end',
  moving: 'move',
  moved: 'move',
  opened: 'open',
  cancelled: 'cancel',
  started: 'start',
  changed: 'change',
};
const REPORT = new RegExp(
  `\\b(?:i am|i['’]m|i have|i['’]ve)(?: just| also| now)? (${Object.keys(OFFERED).join('|')})\\b`,
  'giu',
);
const REPORTED =
  /\b(?:i am|i['’]m|i have|i['’]ve) (?:\p{L}+(?:ed|ing)|sent|put|taken|made)\b|\b(?:is|are) (?:now |all )?(?:set|changed|cancelled|updated|on (?:its|their) way)\b|^done\b/iu;

/** A sentence that reports an action as one that offers it, as it has to be worded before the action is taken; null when it cannot be. */
export const asOffer = (say: string): string | null => {
  const offered = say
    .replace(REPORT, (_report, verb: string) => `I can ${OFFERED[verb.toLowerCase()] ?? verb}`)
    .replace(/ now([.!])/gu, ' now, if you like$1');
  return REPORTED.test(offered) ? null : offered;
};
