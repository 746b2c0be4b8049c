import type { ModelPorts } from '@/lib/assist/ports';
import type { PolicySet } from '@/lib/policies/policy-set';
import { draftResolution } from './draft-resolution';
import { type LearnOptions, type LocalModels, learnLocal } from './models';
import { summariseHandoffWith } from './summarise-handoff';
import { summariseWrapUpWith } from './summarise-wrap-up';
import { triageWith } from './triage';

/** The engine that is always there, from models that were already learnt. */
export const localEngineWith = (models: LocalModels): ModelPorts => ({
  triage: triageWith(models),
  draftResolution,
  summariseHandoff: summariseHandoffWith(models.intent),
  summariseWrapUp: summariseWrapUpWith(models),
});

/** The engine that is always there. Learns from the policies when it is made, so make one per process and policy version. */
export const createLocalEngine = (
  policies: Pick<PolicySet, 'intents' | 'scope' | 'sentiment'>,
  options: LearnOptions = {},
): ModelPorts => localEngineWith(learnLocal(policies, options));
