import { DAY } from '@/lib/core/clock';
import type { Account } from '@/lib/domain/customer';
import type { Incident } from '@/lib/domain/incident';
import type { Category } from '@/lib/domain/intent';
import type { IncidentHit } from '@/lib/domain/knowledge';
import { termsOf } from './terms';

export interface IncidentContext {
  intentCategory: Category | null;
  /** What the customer wrote. */
  text: string;
  now: Date;
}

interface Matched {
  incident: Incident;
  because: string;
  /** Higher first. */
  strength: number;
}

const LIMIT = 5;
/** Least share of an issue's title that a customer says who came for something else. */
const DESCRIBED = 0.6;
const SERVICE_NAMES: Record<Incident['affects'][number], string> = {
  fiber: 'fiber',
  tv: 'TV',
  mobile: 'mobile',
  home: 'Home Care',
};

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** A fix that is a day overdue says nothing of today; a shorter slip is an outage that lasts. */
const isOver = (incident: Incident, now: Date): boolean =>
  incident.restoreAt !== null && new Date(incident.restoreAt).getTime() + DAY < now.getTime();
const hasBegun = (incident: Incident, now: Date): boolean =>
  new Date(incident.startedAt).getTime() <= now.getTime();

const includesTerms = (text: ReadonlySet<string>, phrase: string): boolean => {
  const terms = termsOf(phrase);
  return terms.length > 0 && terms.every((term) => text.has(term));
};

/** Words of an incident that the customer used, whatever their order. */
const sharedWith = (incident: Incident, text: ReadonlySet<string>): number => {
  const own = new Set(termsOf(`${incident.title} ${incident.cause}`));
  return [...own].filter((term) => text.has(term)).length;
};

/**
 * Whether the customer describes an issue that no device ties to them. In a technical matter two of its words do; in any other, naming
 * the thing is not enough: of a blank bill page, `my bill went up in the app` has the bill and the app and nothing of the fault.
 */
const describes = (incident: Incident, text: ReadonlySet<string>, category: Category | null): boolean => {
  if (category === null || category === 'technical') return sharedWith(incident, text) >= 2;
  const title = new Set(termsOf(incident.title));
  return [...title].filter((term) => text.has(term)).length >= Math.max(2, DESCRIBED * title.size);
};

const matchOutage = (
  incident: Incident,
  account: Account,
  text: ReadonlySet<string>,
): Omit<Matched, 'incident'> | null => {
  const { area } = account.customer;
  const services = [...new Set(account.services.map(({ kind }) => kind))];
  const touched = services.filter((kind) => incident.affects.includes(kind));
  if (services.length > 0 && touched.length === 0) return null;
  const named = listed((touched.length > 0 ? touched : incident.affects).map((kind) => SERVICE_NAMES[kind]));
  const effect =
    touched.length > 0
      ? `has ${named}, which this outage takes down`
      : `may be touched: ${named} is down, and no service is on record`;
  if (incident.area === null) return { because: `The customer ${effect}.`, strength: 2 };
  if (area?.toLowerCase() === incident.area.toLowerCase())
    return { because: `The customer is in ${incident.area} and ${effect}.`, strength: 3 };
  if (includesTerms(text, incident.area))
    return { because: `The customer speaks of ${incident.area}, where this outage is.`, strength: 1 };
  return null;
};

const matchIssue = (
  incident: Incident,
  account: Account,
  context: IncidentContext,
  text: ReadonlySet<string>,
): Omit<Matched, 'incident'> | null => {
  if (incident.area !== null && incident.area.toLowerCase() !== account.customer.area?.toLowerCase())
    return null;
  const shared = sharedWith(incident, text);
  const owned = account.devices.find(({ model }) =>
    incident.devices.some((device) => device.toLowerCase() === model.toLowerCase()),
  );
  if (owned && (shared > 0 || context.intentCategory === 'technical'))
    return {
      because: `The customer has a device this issue is about: ${owned.model}.`,
      strength: 2 + Math.min(3, shared),
    };
  const namedDevice = incident.devices.find((device) => includesTerms(text, device.split(' ')[0] ?? device));
  if (namedDevice)
    return { because: `The customer speaks of a device this issue is about: ${namedDevice}.`, strength: 2 };
  if (incident.devices.length > 0 || !describes(incident, text, context.intentCategory)) return null;
  const services = account.services
    .filter(({ kind }) => incident.affects.includes(kind))
    .map(({ kind }) => SERVICE_NAMES[kind]);
  if (account.services.length > 0 && services.length === 0) return null;
  return {
    because: `What the customer describes matches this issue${services.length > 0 ? `, and they have ${listed([...new Set(services)])}` : ''}.`,
    strength: 1 + Math.min(3, shared),
  };
};

/** Open incidents that touch this customer, the surest first, each with the sentence that says why. */
export const incidentsFor = (
  account: Account,
  incidents: readonly Incident[],
  context: IncidentContext,
): IncidentHit[] => {
  const text = new Set(termsOf(context.text));
  const matched: Matched[] = [];
  for (const incident of incidents) {
    if (!hasBegun(incident, context.now) || isOver(incident, context.now)) continue;
    const match =
      incident.kind === 'outage'
        ? matchOutage(incident, account, text)
        : matchIssue(incident, account, context, text);
    if (match) matched.push({ incident, ...match });
  }
  return matched
    .sort((a, b) => b.strength - a.strength || b.incident.startedAt.localeCompare(a.incident.startedAt))
    .slice(0, LIMIT)
    .map(({ incident: { number, kind, title, cause, workaround, startedAt, restoreAt }, because }) => ({
      number,
      kind,
      title,
      cause,
      workaround,
      startedAt,
      restoreAt,
      because,
    }));
};
