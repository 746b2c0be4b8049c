/** What speaks for one hit answering the question; every figure is from 0 to 1, `lead` from -1. */
export interface Evidence {
  /** Share of what was asked, by rarity, that the article holds. */
  coverage: number;
  /** The same of its best single fact. */
  factCoverage: number;
  /** Share of the article's title, by rarity, that the question names. */
  title: number;
  /** Distance to the best other article, as a share of the best score, as far as the words are covered: to lead on one chance word is nothing. */
  lead: number;
  /** Confidence of triage in an intent the article is about, as far as the words are covered: an intent alone answers nothing. */
  agreement: number;
  /** Share of what was asked, by rarity, that any article holds: low for what we know nothing of. */
  known: number;
}

export const EVIDENCE = [
  'coverage',
  'factCoverage',
  'title',
  'lead',
  'agreement',
  'known',
] as const satisfies readonly (keyof Evidence)[];

export interface RelevanceModel {
  bias: number;
  weights: Readonly<Record<keyof Evidence, number>>;
}

/**
 * Logistic weights fitted by testing/fit-relevance.ts on testing/questions.ts, each question asked with no intent, with the right one and
 * with a wrong one. relevance.test.ts fits it again, checks that these are no worse, and measures calibration on questions left out.
 */
export const RELEVANCE_MODEL: RelevanceModel = {
  bias: -4.08,
  weights: { coverage: 1.23, factCoverage: 2.12, title: 5.15, lead: 8.56, agreement: 2.11, known: 0.47 },
};

/** The calibrated chance that the hit answers the question. */
export const relevanceOf = (evidence: Evidence, model: RelevanceModel = RELEVANCE_MODEL): number => {
  let sum = model.bias;
  for (const name of EVIDENCE) sum += model.weights[name] * evidence[name];
  return 1 / (1 + Math.exp(-sum));
};
