import {
  FRUSTRATED_BELOW,
  type Sentiment,
  type SentimentLabel,
  sentimentLabelOf,
} from '../../../domain/triage';
import type { PhraseSet } from '../../../policies/phrases';

/** How far the last third of the scores must lie from the first for a direction to be named. */
const TREND_STEP = 0.25;
/** What saying the same thing over, word for word, takes off its score: nobody does it who feels heard. */
const SAID_AGAIN = 0.3;
/** Fewer words than this are said twice without meaning anything by it. */
const SHORTEST_REPEAT = 3;
/** Words in capitals from which on a message may be shouted, and their least share of its words; below are names and abbreviations. */
const SHOUTED_WORDS = 3;
const SHOUTED_SHARE = 0.5;

const mean = (scores: readonly number[]): number =>
  scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);

const directionOf = (trend: readonly number[]): Sentiment['direction'] => {
  if (trend.length < 2) return 'steady';
  const part = Math.max(1, Math.floor(trend.length / 3));
  const change = mean(trend.slice(-part)) - mean(trend.slice(0, part));
  return change <= -TREND_STEP ? 'falling' : change >= TREND_STEP ? 'rising' : 'steady';
};

const SCORE_OF: Record<SentimentLabel, number> = { frustrated: -0.5, neutral: 0, positive: 0.6 };

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

const isShouted = (text: string): boolean => {
  const words = wordsIn(text).filter((word) => word.length >= 3);
  const capitals = words.filter((word) => /^\p{Lu}+$/u.test(word)).length;
  return capitals >= SHOUTED_WORDS && capitals >= SHOUTED_SHARE * words.length;
};

/** Scores with those of messages that were said before, word for word, taken down. Thanks may be said twice. */
const withRepeats = (trend: readonly number[], texts: readonly string[]): number[] => {
  const said = new Set<string>();
  return trend.map((score, at) => {
    const words = wordsIn(texts[at]?.toLowerCase() ?? '');
    const key = words.join(' ');
    const again = words.length >= SHORTEST_REPEAT && said.has(key) && sentimentLabelOf(score) !== 'positive';
    said.add(key);
    return again ? Math.max(-1, score - SAID_AGAIN) : score;
  });
};

/**
 * The mood now: the last turn counts most, each one before it half as much as the one after. Anger needs both a bad score and
 * angry words or capitals, because a calm complaint is not anger. `scores` has one figure for each of `customerTexts`.
 */
export const readSentiment = (
  scores: readonly number[],
  customerTexts: readonly string[],
  angerWords: PhraseSet,
  override: SentimentLabel | undefined,
): Sentiment => {
  const trend = withRepeats(scores, customerTexts);
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
  const angry = recent.some((text) => angerWords.find(text).length > 0);
  return {
    label: override ?? sentimentLabelOf(score),
    score,
    anger:
      override === undefined
        ? score <= FRUSTRATED_BELOW && (angry || recent.some(isShouted))
        : override === 'frustrated' && angry,
    trend,
    direction: directionOf(trend),
  };
};
