import { findFlags } from '@/lib/detectors/flags';
import type { SentimentLabel } from '@/lib/domain/triage';
import type { PolicySet } from '@/lib/policies/policy-set';
import type { Talk } from './facts';

interface Said {
  mood: SentimentLabel;
  falling: boolean | null;
  /** The customer's messages. */
  texts: readonly string[];
}

/** What a conversation says of leaving, by the phrases of policies/triage/flags.yaml and the names in policies/words.yaml. */
export const readTalk = (
  { mood, falling, texts }: Said,
  { flags, competitors }: Pick<PolicySet, 'flags' | 'competitors'>,
): Talk => {
  const cancel = flags.filter(({ flag }) => flag === 'cancel');
  return {
    mood,
    falling,
    cancelWords: texts.some((text) => findFlags(text, cancel).length > 0),
    competitorNamed: texts.some((text) => competitors.find(text).length > 0),
  };
};
