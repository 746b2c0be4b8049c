/**
 * Praise of a trouble: thanks for a double charge, an outage that is just great. The words are kind, so neither mood nor matter can be
 * read from them; what is left without them says both. Every pattern is a list of fixed phrases with short gaps, linear in the text.
 * Written for this project.
 */

/** What nobody is thanked for in earnest. A trouble that somebody mended, explained or credited is something else. */
const MISDEED = String.raw`(?:(?:over|double[- ]?)charging|charging (?:me |us )?(?:\p{L}+ ){0,2}(?:twice|again|double|extra|more|for nothing)|billing (?:me|us) (?:twice|again|double)|(?:not|never) (?:even |ever |once )?(?:answering|showing|coming|calling|helping|listening|caring|fixing|doing|telling|reading|replying|turning|working|picking|sending|delivering|keeping|responding)|nothing\b(?! but)|ignoring|hanging up|wasting|losing (?:my|our)|breaking|ruining|messing|screwing|cutting (?:me|us|my|our)|cancel+ing (?:my|our|the wrong)|making (?:me|us) (?:wait|call|repeat|pay|stay|do)|keeping (?:me|us) (?:on hold|waiting|up)|leaving (?:me|us)|lying|forgetting|missing (?:my|our|the|another)|sending (?:me |us )?the wrong|raising|standing (?:me|us) up|selling (?:me|us) (?:out|something)|(?:the|yet|this|another)?\s?(?:another|surprise|hidden|double|late|second|third|fourth|extra|bogus|random) (?:\p{L}+ )?(?:charge|fee|bill|outage|increase|delay|visit|call)|the (?:outage|runaround|wait|hold music|price hike|headache|mess)|no (?:internet|service|wifi|signal|tv|help|answer)|(?:cobrarme|cobrarnos) (?:\p{L}+ ){0,2}(?:dos veces|doble|de m[aá]s)|nada\b|dejarme sin|no (?:venir|contestar|ayudar))`;

/** What goes wrong, beside an exclamation of joy. */
const TROUBLE = String.raw`(?:outages?|down|dead|broken|error|charged?|fees?|bills?|wait(?:ing)?|hold|late|delays?|delayed|wrong|cancel+ed|missing|lost|nothing|nobody|no one|slow|frozen|crash\p{L}*|no (?:internet|service|wifi|signal|tv)|disconnected|dropped|aver[ií]a|ca[ií]do|sin (?:internet|servicio|luz)|cobr\p{L}+)`;

const PRAISE = String.raw`(?:thanks?(?: you)?(?: (?:so|very) much| a (?:lot|bunch|million|ton)| again)?|thx|cheers|kudos(?: to \p{L}+)?|congrat\p{L}*|bravo|well done|(?:good|great|nice|fantastic|amazing|lovely) (?:job|work|one|going)|way to go|props|hats off|i (?:really |so |just )?appreciate you|(?:muchas |mil )?gracias|felicidades|enhorabuena)`;
const JOY = String.raw`(?:great|wonderful|fantastic|lovely|brilliant|perfect|awesome|amazing|super|terrific|fabulous|splendid|nice|excellent|genial|estupendo|maravilloso|qu[eé] bien|perfecto)`;
const SERVICE = String.raw`(?:service|company|support|job|work|people|experience|quality|network|internet|servicio|empresa|atenci[oó]n)`;
const START = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
const pattern = (source: string): RegExp => new RegExp(`${START}${source}`, 'giu');

/** Each is sarcasm by itself; the words that match are the praise. */
const PRAISED_TROUBLE: readonly RegExp[] = [
  pattern(
    String.raw`${PRAISE}[,!. ]{1,3}(?:(?:guys|folks|everyone|team|larkspur|people|chicos)[,!. ]{1,3})?(?:for|on|por)(?= ${MISDEED})`,
  ),
  pattern(
    String.raw`(?:oh|wow|well|ah|just|how|so|yay|hooray|hurra)[,.! ]{1,3}(?:that['’]?s )?(?:just )?${JOY}${END}[,.!: –—-]{1,4}(?=(?:yet |now |so |more |still |otr[ao] )?(?:\p{L}+ ){0,3}${TROUBLE}${END})`,
  ),
  pattern(
    String.raw`${JOY}[,.!: –—-]{1,4}(?=(?:just ${JOY}[,.! ]{1,3})?(?:yet another|another|again|now (?:my|the|it)|otra|otro) (?:\p{L}+ ){0,2}${TROUBLE}${END})`,
  ),
  pattern(
    String.raw`(?:really |just |absolutely |so )?(?:love|loving|adore|enjoy|enjoying|thrilled(?: about| with)?|delighted(?: about| with)?) (?=(?:how (?:you|nobody|i)|paying|waiting|being (?:ignored|charged|billed|transferred|put|lied|cut|kept)|sitting|talking to (?:a )?(?:robots?|machines?|walls?)|having no|getting (?:charged|billed|cut|ignored)|spending)${END})`,
  ),
  pattern(
    `(?:thanks|thank you|gracias) (?=(?:for nothing(?! but)|a lot for nothing(?! but)|por nada de nada)${END})`,
  ),
];

/** Praise that only seals it: it goes with a trouble in the same message, and counts for nothing there. */
const SEAL: readonly RegExp[] = [
  pattern(
    `(?:what |such )?(?:an? )?${JOY} ${SERVICE},? (?:as (?:always|usual|ever)|yet again|once again|como siempre)${END}`,
  ),
  pattern(
    `(?:you(?: guys| people| lot)?(?:['’]re| are)|larkspur is) (?:just |really |simply |all |truly )?(?:the (?:best|greatest)|${JOY}|geniuses|legends)${END}`,
  ),
  pattern(
    `(?:keep up the (?:good|great) work|(?:good|great|nice) job|(?:best|finest) ${SERVICE} ever|top (?:notch )?${SERVICE}|slow clap|five stars?|10 out of 10|well played|son (?:los|unos) (?:mejores|genios))${END}`,
  ),
];
const MARK = /(?:^|\s)\/s(?:\s|$)/u;
const TROUBLED = new RegExp(`${START}${TROUBLE}${END}`, 'iu');
const MENDED =
  /(?<!\p{L})(?:fix(?:ed|ing)?|solv(?:ed|ing)|resolv(?:ed|ing)|sort(?:ed|ing)|back (?:up|on|now|again)|works? (?:again|now|fine|perfectly)|working (?:again|now)|refund(?:ed|ing)|credit(?:ed|ing)|help(?:ed|ing)|no longer|not anymore|finally|arregl\p{L}+|solucion\p{L}+)(?!\p{L})/iu;

const LONGEST = 2000;

/** A message without its praise when the praise is of a trouble; null when it is meant, or there is none. */
export const withoutIrony = (text: string): string | null => {
  const read = text.slice(0, LONGEST);
  const strip = (patterns: readonly RegExp[], from: string): string =>
    patterns.reduce((left, one) => left.replace(one, ' '), from);
  const plain = strip(PRAISED_TROUBLE, read);
  const sealed = strip(SEAL, plain);
  const ironic =
    plain !== read ||
    ((sealed !== plain || MARK.test(read)) && TROUBLED.test(sealed) && !MENDED.test(sealed));
  return ironic ? `${sealed.replace(MARK, ' ').trim()}${text.slice(LONGEST)}` : null;
};
