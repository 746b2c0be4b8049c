import type { Account } from '../../../domain/customer';
import type { EntityType } from '../../../domain/triage';

/** A thing of the account called by what it is rather than by its number: `my last bill`, `the visit on Tuesday`. */
export interface Mention {
  type: EntityType;
  value: string;
  start: number;
  end: number;
  refersTo: string;
}

/** What a thing needs to be told by: `on` is its day (`YYYY-MM-DD`), `open` whether it still has to happen or be paid. */
interface Thing {
  id: string;
  on: string;
  open: boolean;
  status: string;
}

const NOUNS: Record<string, 'bill' | 'order' | 'visit'> = {
  bill: 'bill',
  invoice: 'bill',
  statement: 'bill',
  factura: 'bill',
  order: 'order',
  delivery: 'order',
  package: 'order',
  shipment: 'order',
  pedido: 'order',
  paquete: 'order',
  visit: 'visit',
  appointment: 'visit',
  visita: 'visit',
  cita: 'visit',
};
const TYPES = { bill: 'invoice_id', order: 'order_id', visit: 'visit_id' } as const satisfies Record<
  string,
  EntityType
>;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MESES =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const DIAS = 'domingo lunes martes miércoles jueves viernes sábado'.split(' ');
const TIMES = [...MONTHS, ...MESES, ...DAYS, ...DIAS].join('|');

/** Which of several: the newest, the one that is still to come, one in a state. */
const NEWEST = /^(?:last|latest|newest|recent|most recent|current|última|último)$/;
const COMING = /^(?:next|upcoming|booked|scheduled|próxima|próximo)$/;
const STATES = /^(?:overdue|disputed|delayed|missed|cancelled|shipped|delivered)$/;

const MENTION = new RegExp(
  String.raw`(?<!\p{L})(?:my|the|this|that|mi|la|el)\s(?:(?<which>last|latest|newest|recent|most recent|current|next|upcoming|booked|scheduled|overdue|disputed|delayed|missed|cancelled|shipped|delivered|última|último|próxima|próximo|${TIMES})\s)?(?<noun>${Object.keys(NOUNS).join('|')})(?!\p{L})(?:\s(?:on|from|for|of|in|del|de|el)\s(?:(?:the|this|last|next)\s)?(?<when>${TIMES})(?!\p{L}))?(?!\s?(?:#|number|no\b))`,
  'giu',
);

const at = (word: string, ...lists: readonly (readonly string[])[]): number =>
  lists.reduce((found, list) => (found >= 0 ? found : list.indexOf(word)), -1);

const KNOWN_TIMES: ReadonlySet<string> = new Set([...MONTHS, ...MESES, ...DAYS, ...DIAS]);

/** Whether a day has this name of a month or weekday. Days are read as they are written, in no time zone. */
const fallsOn = (day: string, word: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  const month = at(word, MONTHS, MESES);
  return month >= 0 ? date.getUTCMonth() === month : date.getUTCDay() === at(word, DAYS, DIAS);
};

const thingsOf = (account: Account, kind: 'bill' | 'order' | 'visit'): Thing[] => {
  if (kind === 'bill')
    return account.invoices.map(({ id, issued, status }) => ({
      id,
      on: issued,
      open: status !== 'paid',
      status,
    }));
  if (kind === 'visit')
    return account.visits.map(({ id, on, status }) => ({ id, on, open: status === 'booked', status }));
  return account.orders.map(({ id, placed, status }) => ({
    id,
    on: placed,
    open: status === 'placed' || status === 'shipped' || status === 'delayed',
    status,
  }));
};

const only = (things: readonly Thing[]): Thing | null => (things.length === 1 ? (things[0] ?? null) : null);

/** The one thing that the words can mean; null when they fit none, or several. */
const meant = (things: readonly Thing[], which: string, when: string): Thing | null => {
  const time = when || (KNOWN_TIMES.has(which) ? which : '');
  if (time !== '') {
    const fitting = things.filter(({ on }) => fallsOn(on, time));
    return only(fitting) ?? only(fitting.filter(({ open }) => open));
  }
  if (NEWEST.test(which)) return things[0] ?? null;
  if (COMING.test(which)) return only(things.filter(({ open }) => open));
  if (STATES.test(which)) return only(things.filter(({ status }) => status === which));
  return only(things) ?? only(things.filter(({ open }) => open));
};

/** Mentions that mean exactly one of the account's bills, orders or visits, in order; lists of the account are newest first. */
export const findMentions = (text: string, account: Account): Mention[] =>
  [...text.matchAll(MENTION)].flatMap((match) => {
    const { which = '', noun = '', when = '' } = match.groups ?? {};
    const kind = NOUNS[noun.toLowerCase()];
    if (kind === undefined) return [];
    const thing = meant(thingsOf(account, kind), which.toLowerCase(), when.toLowerCase());
    if (thing === null) return [];
    /** A day after the noun only tells which one is meant; it is an entity of its own. */
    const end = match.index + match[0].toLowerCase().lastIndexOf(noun.toLowerCase()) + noun.length;
    const start = KNOWN_TIMES.has(which.toLowerCase()) ? end - noun.length : match.index;
    return [{ type: TYPES[kind], value: text.slice(start, end), start, end, refersTo: thing.id }];
  });
