import { compilePhrases, type PhraseMatch } from '@/lib/policies/phrases';
import { type Evidence, OVERRIDE, REVEAL } from './evidence';
import { INDIRECT } from './evidence-indirect';
import { OTHER_LANGUAGES } from './evidence-languages';
import { PERSONA } from './evidence-persona';
import { splitPhrase } from './split-phrase';

/** A place that speaks for an injection, how strongly, and why. */
export interface Weighed {
  start: number;
  end: number;
  why: string;
  weight: number;
}

const EVIDENCE: readonly Evidence[] = [...OVERRIDE, ...REVEAL, ...PERSONA, ...INDIRECT, ...OTHER_LANGUAGES];
const OF_PHRASE = new Map(
  EVIDENCE.flatMap((evidence) =>
    evidence.phrases.flatMap(splitPhrase).map((phrase) => [phrase, evidence] as const),
  ),
);
const ALL = compilePhrases([...OF_PHRASE.keys()]);
const INNOCENT = new Map(
  EVIDENCE.map((evidence) => [
    evidence,
    evidence.unless === undefined ? null : compilePhrases(evidence.unless.flatMap(splitPhrase)),
  ]),
);

const isInnocent = (
  evidence: Evidence,
  { start, end }: PhraseMatch,
  text: string,
  cache: Map<Evidence, PhraseMatch[]>,
): boolean => {
  const set = INNOCENT.get(evidence);
  if (set === null || set === undefined) return false;
  const places = cache.get(evidence) ?? set.find(text);
  cache.set(evidence, places);
  return places.some((place) => place.start < end && start < place.end);
};

/** Every wording that counts as evidence, in order. A kind of evidence weighs once, however often it is found. */
export const weighWords = (text: string): Weighed[] => {
  const cache = new Map<Evidence, PhraseMatch[]>();
  const counted = new Set<string>();
  return ALL.find(text).flatMap((match) => {
    const evidence = OF_PHRASE.get(match.phrase);
    if (evidence === undefined || isInnocent(evidence, match, text, cache)) return [];
    const first = !counted.has(evidence.why);
    counted.add(evidence.why);
    return [{ start: match.start, end: match.end, why: evidence.why, weight: first ? evidence.weight : 0 }];
  });
};
