import type { Triage } from '@/lib/domain/triage';

/** Triage of a calm customer's simple matter, with nothing else to say of it. */
export const plainTriage = (intent: Triage['intent']): Triage => ({
  intent,
  secondary: [],
  urgency: { level: 'normal', reasons: [] },
  complexity: { level: 'simple', reasons: [] },
  sentiment: { label: 'neutral', score: 0, anger: false, trend: [0], direction: 'steady' },
  entities: [],
  flags: [],
  language: 'en',
  missing: [],
});
