import type { Sentiment } from '@/lib/domain/triage';

const LABEL: Record<Sentiment['label'], string> = {
  frustrated: 'Frustrated',
  neutral: 'Calm',
  positive: 'Friendly',
};

const DIRECTION: Record<Sentiment['direction'], string> = {
  falling: 'getting more upset',
  steady: 'steady through the conversation',
  rising: 'in a better mood than at the start',
};

const ADVICE: Record<Sentiment['label'], string> = {
  frustrated: 'Acknowledge first, and do not ask anything twice.',
  neutral: 'Be direct.',
  positive: 'Keep it light.',
};

/** One line for whoever takes over. */
export const toneNote = ({ label, anger, direction, trend }: Sentiment): string => {
  const mood = anger ? 'Angry' : LABEL[label];
  const change = trend.length > 1 ? `, ${DIRECTION[direction]}` : '';
  return `${mood}${change}. ${ADVICE[label]}`;
};
