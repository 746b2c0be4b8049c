import { clausesAt, uniqueIds } from './compile-clauses';
import type { Condition } from './conditions';
import { VISIT_FACTS } from './facts';
import type { Parsed, PolicySource } from './policy-source';
import { type PricingSource, pricingPolicySchema } from './pricing-policy';
import { windowOf } from './visit-window';
import type { YamlPath } from './yaml-source';

type VisitsSource = PricingSource['visits'];
type Compiled<List extends 'surcharges' | 'waivers'> = VisitsSource[List][number] & { condition: Condition };

/** pricing.yaml with its clauses compiled. */
export type PricingPolicy = Omit<PricingSource, 'visits'> & {
  visits: Omit<VisitsSource, 'surcharges' | 'waivers'> & {
    surcharges: Compiled<'surcharges'>[];
    waivers: Compiled<'waivers'>[];
  };
};

/** A name in the file that must be one of those listed elsewhere in it. */
interface Reference {
  path: YamlPath;
  name: string;
  known: readonly string[];
  what: string;
}

const referencesOf = ({ areas, travel, visits }: PricingSource): Reference[] => {
  const zones = Object.keys(visits.trip_fee);
  const kinds = visits.kinds.map(({ kind }) => kind);
  const to = (known: readonly string[], what: string) => (name: string, path: YamlPath) => [
    { path, name, known, what },
  ];
  const [zone, kind] = [to(zones, 'a zone with a trip fee'), to(kinds, 'a kind of visit with a price')];
  const area = to(
    areas.map(({ name }) => name),
    'an area',
  );
  const skill = to(visits.skills, 'a skill');
  return [
    ...areas.flatMap((one, i) => zone(one.zone, ['areas', i, 'zone'])),
    ...travel.flatMap(({ between }, i) =>
      between.flatMap((name, end) => area(name, ['travel', i, 'between', end])),
    ),
    ...visits.kinds.flatMap((one, i) => skill(one.skill, ['visits', 'kinds', i, 'skill'])),
    ...visits.models.flatMap((one, i) => kind(one.kind, ['visits', 'models', i, 'kind'])),
    ...visits.symptoms.flatMap((one, i) => {
      const models = visits.models.filter((model) => model.kind === one.kind).map(({ id }) => id);
      const model = to(models, `a model of ${one.kind}`);
      const path = ['visits', 'symptoms', i];
      return [
        ...kind(one.kind, [...path, 'kind']),
        ...(one.skill === undefined ? [] : skill(one.skill, [...path, 'skill'])),
        ...(one.models ?? []).flatMap((name, at) => model(name, [...path, 'models', at])),
      ];
    }),
  ];
};

/** Lists in which a name stands once. */
const namesOf = ({ plans, areas, visits }: PricingSource): { id: string; path: YamlPath }[][] => [
  plans.map(({ name }, i) => ({ id: name, path: ['plans', i] })),
  areas.map(({ name }, i) => ({ id: name, path: ['areas', i] })),
  visits.windows.map((id, i) => ({ id, path: ['visits', 'windows', i] })),
  visits.kinds.map(({ kind }, i) => ({ id: kind, path: ['visits', 'kinds', i] })),
  visits.models.map(({ id }, i) => ({ id, path: ['visits', 'models', i] })),
  [
    ...visits.symptoms.map(({ id }, i) => ({ id, path: ['visits', 'symptoms', i] })),
    ...visits.refused.map(({ id }, i) => ({ id, path: ['visits', 'refused', i] })),
  ],
  [
    ...visits.surcharges.map(({ id }, i) => ({ id, path: ['visits', 'surcharges', i] })),
    ...visits.waivers.map(({ id }, i) => ({ id, path: ['visits', 'waivers', i] })),
  ],
];

const checkWindows = (source: PolicySource, parsed: Parsed<PricingSource>): void => {
  const { windows, work_minutes } = parsed.value.visits;
  windows.map(windowOf).forEach(({ from, to }, i, all) => {
    const path = ['visits', 'windows', i];
    const before = all[i - 1];
    if (to > 24 || (to - from) * 60 < work_minutes)
      source.fault(parsed, path, `"${windows[i]}" is no window of ${work_minutes} minutes or more`);
    if (before !== undefined && from < before.to)
      source.fault(parsed, path, `"${windows[i]}" begins before the one above it ends`);
  });
};

/** pricing.yaml with its clauses compiled, every name in it known and every window in order. */
export const loadPricing = (source: PolicySource): PricingPolicy | undefined => {
  const parsed = source.parse('pricing.yaml', pricingPolicySchema);
  if (parsed === undefined) return undefined;
  for (const listed of namesOf(parsed.value)) uniqueIds(source, parsed, listed);
  for (const { path, name, known, what } of referencesOf(parsed.value))
    if (!known.includes(name)) source.fault(parsed, path, `"${name}" is not ${what}`);
  checkWindows(source, parsed);
  const { visits, ...rest } = parsed.value;
  return {
    ...rest,
    visits: {
      ...visits,
      surcharges: clausesAt(source, parsed, ['visits', 'surcharges'], visits.surcharges, VISIT_FACTS),
      waivers: clausesAt(source, parsed, ['visits', 'waivers'], visits.waivers, VISIT_FACTS),
    },
  };
};
