import { isTopicOf } from '@/lib/assist/facts/suits';
import type { ResolutionRequest } from '@/lib/assist/ports';
import { chanceOf, type LogisticModel } from '@/lib/ml/logistic';
import type { NextStep } from './next-step';
import type { Sayable } from './pick-passages';

/** What a drafted answer stands on. */
export interface Support {
  /** Log odds of the relevance of the passage it says, or of the article whose step it takes. */
  relevance: number;
  /** Log odds of the intent. */
  intent: number;
  /** 1 when the article's topic makes sense for such a contact. */
  suits: number;
  /** 1 when the account or an incident of the customer's own area answers too. */
  own: number;
  /** 1 when what is said is out of date. */
  stale: number;
}

export const SUPPORT = [
  'relevance',
  'intent',
  'suits',
  'own',
  'stale',
] as const satisfies readonly (keyof Support)[];

export type ConfidenceModel = LogisticModel<keyof Support>;

/** Chances beyond this are not told apart. */
const NEAR_CERTAIN = 0.995;

const logOdds = (chance: number): number => {
  const p = Math.min(NEAR_CERTAIN, Math.max(1 - NEAR_CERTAIN, chance));
  return Math.log(p / (1 - p));
};

export const supportOf = (
  { passages, triage }: ResolutionRequest,
  said: {
    picked: readonly Sayable[];
    step: NextStep | null;
    incident: boolean;
    account: readonly string[];
  },
): Support => {
  const { picked, step, incident, account } = said;
  const [first] = picked;
  const best = first
    ? passages[first.n - 1]
    : passages.find(({ articleId }) => articleId === step?.step.source);
  return {
    relevance: logOdds(best?.relevance ?? 0),
    intent: logOdds(triage.intent.confidence),
    suits: best && isTopicOf(best.topic, triage.intent.category) ? 1 : 0,
    own: incident || account.length > 0 ? 1 : 0,
    stale: picked.some(({ n }) => passages[n - 1]?.stale) ? 1 : 0,
  };
};

/**
 * Logistic weights fitted by testing/fit-confidence.ts on testing/outcomes.ts; confidence.test.ts fits them again and measures
 * calibration on questions left out.
 */
export const CONFIDENCE_MODEL: ConfidenceModel = {
  bias: -0.14,
  weights: { relevance: 0.57, intent: 0.12, suits: 0.38, own: 0.45, stale: -0.04 },
};

/** The chance that the answer is right, calibrated: of all drafted with this figure, that share used an article that answers. */
export const confidenceOf = (support: Support, model: ConfidenceModel = CONFIDENCE_MODEL): number =>
  chanceOf(SUPPORT, support, model);
