import { toMinor, usd } from '../core/money';
import type { ClauseResult } from '../domain/clause';
import type { Quote } from '../domain/quote';
import type { PricingPolicy } from '../policies/compile-pricing';
import type { Condition } from '../policies/conditions';
import type { VisitFacts } from '../policies/facts';
import { fillSay } from '../policies/say';

type Visits = PricingPolicy['visits'];
type Clause = { id: string; when: string; say: string; condition: Condition };
/** Amounts of a line in cents. */
interface Line {
  id: string;
  label: string;
  minor: number;
}

const held = <C extends Clause>(list: string, clauses: readonly C[], facts: VisitFacts) =>
  clauses.map((clause): { clause: C; result: ClauseResult } => ({
    clause,
    result: {
      id: `${list}.${clause.id}`,
      when: clause.when,
      ...clause.condition(facts),
      say: fillSay(clause.say, facts),
    },
  }));

/** What a named thing adds; the dearest of its kind while it is not known which one it is. */
const added = (
  id: 'model' | 'symptom',
  listed: readonly { id: string; title: string; kind: string; adds: number }[],
  kind: string,
  wanted: string | undefined,
): Line => {
  const ofKind = listed.filter((one) => one.kind === kind);
  const one = ofKind.find((each) => each.id === wanted);
  if (one !== undefined) return { id, label: one.title, minor: toMinor(one.adds) };
  return {
    id,
    label: `${id === 'model' ? 'Which model' : 'What is wrong'} is not known, at most`,
    minor: Math.max(0, ...ofKind.map(({ adds }) => toMinor(adds))),
  };
};

const tripFee = ({ trip_fee }: Visits, zone: string | undefined): Line => {
  const fee = zone === undefined || !Object.hasOwn(trip_fee, zone) ? undefined : trip_fee[zone];
  return fee === undefined
    ? { id: 'trip-fee', label: 'Trip fee, at most', minor: toMinor(Math.max(...Object.values(trip_fee))) }
    : { id: 'trip-fee', label: `Trip fee, zone ${zone?.toUpperCase()}`, minor: toMinor(fee) };
};

const sum = (lines: readonly Line[]): number => lines.reduce((total, { minor }) => total + minor, 0);

const priceOf = (visits: Visits, kind: Visits['kinds'][number], given: VisitFacts): Quote => {
  const facts: VisitFacts = { ...given, visit: { ...given.visit, kind: kind.kind } };
  const surcharges = held('surcharge', visits.surcharges, facts);
  const waivers = held('waiver', visits.waivers, facts);
  const trip = kind.trip_fee ? [tripFee(visits, facts.visit?.zone)] : [];
  const work: Line[] = [
    { id: 'price', label: kind.title, minor: toMinor(kind.price) },
    added('model', visits.models, kind.kind, facts.visit?.model),
    added('symptom', visits.symptoms, kind.kind, facts.visit?.symptom),
    ...surcharges
      .filter(({ result }) => result.is !== 'false')
      .map(({ clause, result }) => ({ id: result.id, label: result.say, minor: toMinor(clause.adds) })),
  ];
  const allowed = waivers.filter(({ result }) => result.is === 'true');
  const all = allowed.find(({ clause }) => clause.waives === 'everything');
  const waiver = all ?? allowed[0];
  const waived = waiver === undefined ? 0 : sum(all === undefined ? trip : [...trip, ...work]);
  const off =
    waiver === undefined ? [] : [{ id: waiver.result.id, label: waiver.result.say, minor: -waived }];
  const lines = [...trip, ...work, ...off].filter(({ minor }) => minor !== 0);
  return {
    lines: lines.map(({ minor, ...line }) => ({ ...line, amount: usd(minor) })),
    tripFee: usd(waiver === undefined ? sum(trip) : 0),
    total: usd(sum(lines)),
    clauses: [...surcharges, ...waivers].map(({ result }) => result),
  };
};

/**
 * What a visit costs, in cents, by policies/pricing.yaml. Pure.
 *
 * The price of its kind, the trip fee of its zone, what its model and symptom add, surcharges, less what is waived. Whatever is not known
 * counts at its dearest: an unknown kind, zone, model or symptom is the one that costs most, a surcharge holds unless its clause is false
 * and a waiver only when it is true. One waiver applies: the first that waives everything, else the first that waives the trip fee.
 */
export const priceVisit = ({ visits }: Pick<PricingPolicy, 'visits'>, facts: VisitFacts): Quote => {
  const known = visits.kinds.filter(({ kind }) => kind === facts.visit?.kind);
  const quotes = (known.length > 0 ? known : visits.kinds).map((kind) => priceOf(visits, kind, facts));
  return quotes.reduce((dearest, one) => (one.total.minor > dearest.total.minor ? one : dearest));
};
