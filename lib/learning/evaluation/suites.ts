import type { Suite } from './suite';
import { entitiesSuite } from './suites/entities';
import { goldenSuite } from './suites/golden';
import { guardrailsSuite } from './suites/guardrails';
import { humanRequestSuite } from './suites/human-request';
import { injectionSuite } from './suites/injection';
import { intentSuite } from './suites/intent';
import { policySuite } from './suites/policy';
import { retrievalSuite } from './suites/retrieval';
import { riskSuite } from './suites/risk';
import { sentimentSuite } from './suites/sentiment';
import { summarySuite } from './suites/summary';

/** Every suite there is, by the name it is asked for. */
export const SUITES: ReadonlyMap<string, Suite> = new Map([
  ['intent', intentSuite],
  ['sentiment', sentimentSuite],
  ['human-request', humanRequestSuite],
  ['injection', injectionSuite],
  ['entities', entitiesSuite],
  ['retrieval', retrievalSuite],
  ['risk', riskSuite],
  ['summary', summarySuite],
  ['guardrails', guardrailsSuite],
  ['policy', policySuite],
  ['golden', goldenSuite],
]);
