/**
 * What people do in a procedure, by how its verbs begin in English and Spanish. Beginnings rather than stems: `unplugged`, `unplugging`
 * and `unplug` are one action, and irregular forms stand beside them.
 */
const BEGINNINGS: Readonly<Record<string, string>> = {
  restart: 'restart reboot reset cycl reinici',
  unplug: 'unplug disconnect desenchuf desconect',
  plug: 'plug reconnect replug enchuf reconect',
  test: 'test ran probar prueb probando',
  check: 'check look verif confirm compar review trac found revis consult compr',
  send: 'send sent mailed emailed ship resen resent reship envi mand',
  refund: 'refund revers reimburs reembols devolv devuelv',
  credit: 'credit waiv remov deduct acredit descont descuent',
  book: 'book schedul arrang program agend reserv',
  move: 'moved moving reschedul postpon reprogram',
  cancel: 'cancel terminat ended ending',
  change: 'chang switch upgrad downgrad cambi',
  update: 'updat saved saving correct actualiz guard',
  replace: 'replac swap reemplaz',
  note: 'note noting record document logged wrote written writ anot registr',
  clear: 'clear delet reinstal borr reinstal',
  hold: 'press held holding apret',
  connect: 'connect conect',
  open: 'opened opening raised abr',
};

/** Whole words that begin like an action and are none. */
const NO_ACTIONS: ReadonlySet<string> = new Set([
  'notes',
  'looks',
  'looking',
  'changes',
  'connection',
  'connections',
  'confirmation',
  'shipping',
  'credit card',
  'bookings',
  'creditcard',
  'prueba',
  'program',
  'programs',
  'cycles',
]);

/** Turns of phrase for the same actions. Every gap is bounded. */
const PHRASES: readonly [RegExp, string][] = [
  [/\b(?:turn|switch|flip)(?:p?ed|p?ing)? (?:\S+ ){0,4}off and (?:back )?on\b/iu, 'restart'],
  [/\b(?:set|choose|chose|pick) (?:up )?a (?:new|different)\b/iu, 'change'],
  [/\bback (?:in|on the (?:wall|outlet))\b/iu, 'plug'],
  [/\b(?:took|taken|taking|take) (?:\S+ ){0,4}off\b|\bis (?:now )?off\b/iu, 'credit'],
  [/\b(?:putting|put|giving|given|gave|sending|sent) (?:\S+ ){0,5}back\b/iu, 'refund'],
  [/\bon (?:its|their|the) way (?:back )?to\b/iu, 'send'],
  [/\bon (?:its|their|the) way back\b/iu, 'refund'],
  [/\b(?:ran|running|run) (?:a |the |another )?(?:\S+ )?test\b/iu, 'test'],
  [/\bgoes out\b/iu, 'send'],
  [/\bput (?:\S+ ){0,4}in (?:the|your) (?:file|notes?)\b/iu, 'note'],
];

const PARTS_OF: Readonly<Record<string, readonly string[]>> = { restart: ['unplug', 'plug'] };

export const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}$]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? [];

const ACTIONS: readonly [string, string][] = Object.entries(BEGINNINGS).flatMap(([action, beginnings]) =>
  beginnings.split(' ').map((beginning): [string, string] => [beginning, action]),
);

/** The action a word names, or null. */
export const actionOf = (word: string): string | null =>
  NO_ACTIONS.has(word) ? null : (ACTIONS.find(([beginning]) => word.startsWith(beginning))?.[1] ?? null);

/** Every action a text names. */
export const actionsIn = (text: string): Set<string> =>
  new Set([
    ...wordsIn(text).flatMap((word) => actionOf(word) ?? []),
    ...PHRASES.flatMap(([phrase, action]) => (phrase.test(text) ? [action] : [])),
  ]);

/** Actions and what doing them includes: who restarted a box has unplugged it and plugged it in. */
export const withIncluded = (actions: ReadonlySet<string>): Set<string> =>
  new Set([...actions].flatMap((action) => [action, ...(PARTS_OF[action] ?? [])]));

/** Actions without those whose parts are among them: a restart that is spelled out is its parts. */
export const withoutWholes = (actions: ReadonlySet<string>): Set<string> =>
  new Set([...actions].filter((action) => !PARTS_OF[action]?.some((part) => actions.has(part))));

/** Things that are acted on, by the words for them. A `box` in a text that names none of them can be any of several. */
const THINGS: readonly [RegExp, readonly string[]][] = [
  [/\b(?:gateway|router|modem|m[oó]dem)s?\b/iu, ['gateway']],
  [/\b(?:optical terminal|terminal|ont)\b/iu, ['terminal']],
  [/\btv box(?:es)?\b|\bset.top\b|\bdecodificador\b/iu, ['tv box']],
  [/\b(?:mesh(?: points?)?|extender|repetidor)\b/iu, ['mesh point']],
  [/\b(?:phone|handset|cell|tel[eé]fono|celular)s?\b/iu, ['phone']],
  [/\b(?:app|site|browser|website|aplicaci[oó]n)\b/iu, ['app']],
  [/\bremote\b|\bcontrol remoto\b/iu, ['remote']],
  [/\b(?:laptop|computer|tablet|pc|printer|console)s?\b/iu, ['computer']],
  [/\b(?:washer|dryer|fridge|refrigerator|oven|dishwasher|stove|breaker)s?\b/iu, ['appliance']],
  [/\b(?:tv|television|televisor)\b(?! box)/iu, ['tv box', 'tv']],
];

const A_BOX = /\bbox(?:es)?\b/iu;
const ANY_BOX = ['gateway', 'terminal', 'tv box'] as const;

export const thingsIn = (text: string): Set<string> => {
  const named = THINGS.flatMap(([name, things]) => (name.test(text) ? things : []));
  return new Set(named.length === 0 && A_BOX.test(text) ? ANY_BOX : named);
};

/** Whether two texts can be about the same thing: they name one in common, or one of them names none. */
export const sameThing = (a: string, b: string): boolean => {
  const [left, right] = [thingsIn(a), thingsIn(b)];
  return left.size === 0 || right.size === 0 || [...left].some((thing) => right.has(thing));
};

/** A text without its words for things: naming the thing that was asked about answers nothing. */
export const withoutThings = (text: string): string =>
  THINGS.reduce((left, [named]) => left.replace(new RegExp(named.source, 'giu'), ' '), text);
