import {
  FRUSTRATED_BELOW,
  type Sentiment,
  type SentimentLabel,
  sentimentLabelOf,
} from '../../../domain/triage';
import type { PhraseSet } from '../../../policies/phrases';

/** How far the last third of the scores must lie from the first for a direction to be named. */
const TREND_STEP = 0.25;

const mean = (scores: readonly number[]): number =>
  scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);

const directionOf = (trend: readonly number[]): Sentiment['direction'] => {
  if (trend.length < 2) return 'steady';
  const part = Math.max(1, Math.floor(trend.length / 3));
  const change = mean(trend.slice(-part)) - mean(trend.slice(0, part));
  return change <= -TREND_STEP ? 'falling' : change >= TREND_STEP ? 'rising' : 'steady';
};

const SCORE_OF: Record<SentimentLabel, number> = { frustrated: -0.5, neutral: 0, positive: 0.6 };

/**
 * The mood now: the last turn counts most, each one before it half as much as the one after. Anger needs both a bad score and
 * angry words or capitals, because a calm complaint is not anger.
 */
export const readSentiment = (
  trend: readonly number[],
  customerTexts: readonly string[],
  angerWords: PhraseSet,
  override: SentimentLabel | undefined,
): Sentiment => {
  let weight = 1;
  let sum = 0;
  let total = 0;
  for (const score of [...trend].reverse().slice(0, 4)) {
    sum += score * weight;
    total += weight;
    weight /= 2;
  }
  const felt = total === 0 ? 0 : sum / total;
  const score = override ? SCORE_OF[override] : felt;
  const recent = customerTexts.slice(-2);
  const shouts = recent.some((text) => (text.match(/\b\p{Lu}{3,}\b/gu) ?? []).length >= 3);
  const angry = recent.some((text) => angerWords.find(text).length > 0);
  return {
    label: override ?? sentimentLabelOf(score),
    score,
    anger:
      override === undefined
        ? score <= FRUSTRATED_BELOW && (shouts || angry)
        : override === 'frustrated' && angry,
    trend: [...trend],
    direction: directionOf(trend),
  };
};
