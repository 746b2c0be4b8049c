import { compilePhrases, type PhraseMatch } from '@/lib/policies/phrases';
import { type Evidence, OVERRIDE, REVEAL } from './evidence';
import { CRAFT } from './evidence-craft';
import { INDIRECT } from './evidence-indirect';
import { OTHER_LANGUAGES } from './evidence-languages';
import { PERSONA } from './evidence-persona';
import { PLANTED } from './evidence-planted';
import { splitPhrase } from './split-phrase';
import { WORDS } from './words';

/** A place that speaks for an injection, how strongly, and why. */
export interface Weighed {
  start: number;
  end: number;
  why: string;
  weight: number;
  /** Sets a scene and does no more. */
  story?: true;
}

const EVIDENCE: readonly Evidence[] = [
  ...OVERRIDE,
  ...REVEAL,
  ...PERSONA,
  ...CRAFT,
  ...INDIRECT,
  ...PLANTED,
  ...OTHER_LANGUAGES,
];
const OF_PHRASE = new Map(
  EVIDENCE.flatMap((evidence) =>
    evidence.phrases.flatMap(splitPhrase).map((phrase) => [phrase, evidence] as const),
  ),
);
const ALL = compilePhrases([...OF_PHRASE.keys()], WORDS);
const INNOCENT = new Map(
  EVIDENCE.map((evidence) => [
    evidence,
    evidence.unless === undefined ? null : compilePhrases(evidence.unless.flatMap(splitPhrase), WORDS),
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

/** Every wording that counts as evidence, in order. A kind of evidence weighs once, as much as its strongest wording, however often it is found. */
export const weighWords = (text: string): Weighed[] => {
  const cache = new Map<Evidence, PhraseMatch[]>();
  const counted = new Map<string, number>();
  return ALL.find(text).flatMap((match) => {
    const evidence = OF_PHRASE.get(match.phrase);
    if (evidence === undefined || isInnocent(evidence, match, text, cache)) return [];
    const before = counted.get(evidence.why) ?? 0;
    const weight = Math.max(0, evidence.weight - before);
    counted.set(evidence.why, before + weight);
    return [
      {
        start: match.start,
        end: match.end,
        why: evidence.why,
        weight,
        ...(evidence.story && { story: true }),
      },
    ];
  });
};
