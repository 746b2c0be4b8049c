import type { ServiceKind } from '../../domain/customer';

/** How customers call a kind of service, in English and Spanish. */
const NAMES: readonly [ServiceKind, RegExp][] = [
  ['fiber', /\b(?:internet|fib(?:er|re|ra)|wi-?fi|broadband|gig)\b/iu],
  ['tv', /\b(?:tv|television|televisi[oó]n|channels?|canales|sports)\b/iu],
  ['mobile', /\b(?:mobile|m[oó]vil|cell(?:ular|phone)?|celular|sim|phone lines?)\b/iu],
  ['home', /\bhome care\b/iu],
];

/** Kinds of service that messages speak of, those of the newest message first. */
export const servicesIn = (texts: readonly string[]): ServiceKind[] => [
  ...new Set(
    texts.toReversed().flatMap((text) => NAMES.filter(([, named]) => named.test(text)).map(([kind]) => kind)),
  ),
];
