import type { ModelPorts, Ports } from '@/lib/assist/ports';
import type { PolicySet } from '@/lib/policies/policy-set';
import { draftResolution } from './draft-resolution';
import { rememberingIssues } from './intent/remembering-issues';
import { type LearnOptions, type LocalModels, learnLocal } from './models';
import { summariseHandoffWith } from './summarise-handoff';
import { summariseWrapUpWith } from './summarise-wrap-up';
import { triageWith } from './triage';

/** Everything the local engine answers, its first guess at what a conversation is about among it. */
export type LocalEngine = ModelPorts & Pick<Ports, 'guessIntents'>;

/** The engine that is always there, from models that were already learnt. */
export const localEngineWith = (models: LocalModels): LocalEngine => {
  const guessIntents = rememberingIssues(models.intent);
  return {
    triage: triageWith(guessIntents, models.sentiment),
    draftResolution,
    summariseHandoff: summariseHandoffWith(models.intent),
    summariseWrapUp: summariseWrapUpWith(models),
    guessIntents,
  };
};

/** The engine that is always there. Learns from the policies when it is made, so make one per process and policy version. */
export const createLocalEngine = (
  policies: Pick<PolicySet, 'intents' | 'scope' | 'sentiment'>,
  options: LearnOptions = {},
): LocalEngine => localEngineWith(learnLocal(policies, options));
