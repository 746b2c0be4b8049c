import { chanceOf, type LogisticModel } from '@/lib/ml/logistic';

/** What speaks for one hit answering the question; every figure is from 0 to 1, the leads from below 0 to less than 1. */
export interface Evidence {
  /** Share of what was asked, by rarity, that the article holds. */
  coverage: number;
  /** The same of its best single fact. */
  factCoverage: number;
  /** Share of the article's title, by rarity, that the question names. */
  title: number;
  /** Share of what was asked, by rarity, that the article's title holds. */
  about: number;
  /** Distance to the best other article, as a share of the best score, as far as the words are covered: to lead on one chance word is nothing. */
  lead: number;
  /** The same as far as the title is about what was asked too. */
  namedLead: number;
  /** Confidence of triage in an intent the article is about, as far as the words are covered: an intent alone answers nothing. */
  agreement: number;
  /** Share of what was asked, by rarity, that any article holds: low for what we know nothing of. */
  known: number;
}

export const EVIDENCE = [
  'coverage',
  'factCoverage',
  'title',
  'about',
  'lead',
  'namedLead',
  'agreement',
  'known',
] as const satisfies readonly (keyof Evidence)[];

export type RelevanceModel = LogisticModel<keyof Evidence>;

/**
 * Logistic weights fitted by testing/fit-relevance.ts on the questions of testing/, each question asked with no intent, with the right one and
 * with a wrong one. relevance.test.ts fits it again, checks that these are no worse, and measures calibration on questions left out.
 */
export const RELEVANCE_MODEL: RelevanceModel = {
  bias: -3.66,
  weights: {
    coverage: 0.64,
    factCoverage: 1.58,
    title: 4.82,
    about: 0.79,
    lead: 6.73,
    namedLead: 2.4,
    agreement: 2.5,
    known: 0.05,
  },
};

/** The calibrated chance that the hit answers the question. */
export const relevanceOf = (evidence: Evidence, model: RelevanceModel = RELEVANCE_MODEL): number =>
  chanceOf(EVIDENCE, evidence, model);
