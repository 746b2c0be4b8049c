import { z } from 'zod';
import type { Problem } from '../../core/errors';
import { visitKindSchema } from '../../domain/customer';
import type { PricingPolicy } from '../../policies/compile-pricing';
import type { VisitKind } from '../systems/scheduling';
import type { Wanted } from './free-slots';

type Visits = PricingPolicy['visits'];

/** What a visit is for: keys of pricing.yaml, as far as they are known. */
export interface Work {
  kind: VisitKind;
  model: string | null;
  symptom: string | null;
}

const key = z.string().trim().min(1).max(60).nullable().default(null);

/** Parameters of a tool that say what a visit is for. */
export const workParams = {
  kind: z
    .enum(visitKindSchema.options, { error: `One of ${visitKindSchema.options.join(', ')}` })
    .meta({ title: 'Kind of visit' }),
  model: key.meta({ title: 'What is worked on' }),
  symptom: key.meta({ title: 'What is wrong' }),
};

const NOUN: Record<VisitKind, string> = {
  installation: 'an installation',
  wiring: 'a wiring visit',
  wifi: 'a Wi-Fi visit',
  appliance: 'an appliance repair',
};

const modelOf = ({ models }: Visits, { kind, model }: Work) =>
  models.find((one) => one.kind === kind && one.id === model);
const symptomOf = ({ symptoms }: Visits, { kind, symptom }: Work) =>
  symptoms.find((one) => one.kind === kind && one.id === symptom);

/** `a Wi-Fi visit`, `an appliance repair (dishwasher)` */
export const sayWork = (visits: Visits, work: Work): string => {
  const model = modelOf(visits, work);
  return model === undefined ? NOUN[work.kind] : `${NOUN[work.kind]} (${model.title.toLowerCase()})`;
};

const choices = (listed: readonly { id: string }[]): string => listed.map(({ id }) => id).join(', ');

const modelProblems = (visits: Visits, work: Work): Problem[] => {
  if (work.model === null || modelOf(visits, work) !== undefined) return [];
  const known = visits.models.filter(({ kind }) => kind === work.kind);
  const instead = known.length > 0 ? `choose ${choices(known)}` : 'leave it out';
  return [{ path: 'model', message: `There is no “${work.model}” for ${NOUN[work.kind]}: ${instead}` }];
};

const symptomProblems = (visits: Visits, work: Work): Problem[] => {
  if (work.symptom === null) return [];
  const never = visits.refused.find(({ id }) => id === work.symptom);
  if (never !== undefined) return [{ path: 'symptom', message: never.say }];
  const fitting = visits.symptoms.filter(
    ({ kind, models }) =>
      kind === work.kind && (work.model === null || models === undefined || models.includes(work.model)),
  );
  if (fitting.some(({ id }) => id === work.symptom)) return [];
  const instead = fitting.length > 0 ? `choose ${choices(fitting)}` : 'leave it out';
  return [
    { path: 'symptom', message: `There is no “${work.symptom}” for ${sayWork(visits, work)}: ${instead}` },
  ];
};

/** What does not fit together in what a visit is for, by parameter. */
export const workProblems = (visits: Visits, work: Work): Problem[] => [
  ...modelProblems(visits, work),
  ...symptomProblems(visits, work),
];

/** What has to be said because the price or who can come depends on it, by parameter. */
export const openQuestions = (visits: Visits, work: Work): Problem[] => {
  const matters = (listed: readonly { kind: string; adds: number; skill?: string | undefined }[]): boolean =>
    listed.some(({ kind, adds, skill }) => kind === work.kind && (adds > 0 || skill !== undefined));
  return [
    ...(work.model === null && matters(visits.models)
      ? [{ path: 'model', message: 'Say what is worked on: the price depends on it' }]
      : []),
    ...(work.symptom === null && matters(visits.symptoms)
      ? [{ path: 'symptom', message: 'Say what is wrong: who comes and the price depend on it' }]
      : []),
  ];
};

/** What a technician must know, and where; null when nobody visits that area. */
export const wantedFor = (
  { visits, areas }: PricingPolicy,
  area: string | null,
  work: Work,
): Wanted | null => {
  const place = areas.find(({ name }) => name === area);
  if (place === undefined) return null;
  const kind = visits.kinds.find((one) => one.kind === work.kind)?.skill;
  const skills = [kind, symptomOf(visits, work)?.skill].filter((skill) => skill !== undefined);
  return { area: place.name, skills: [...new Set(skills)] };
};

export const NO_AREA: Problem = {
  path: 'kind',
  message: 'The account has no service address in an area we visit',
};
