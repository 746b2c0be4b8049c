import { hashOf } from '../core/hash';
import { type AgentsPolicy, agentsPolicySchema } from './agents-policy';
import { uniqueIds } from './compile-clauses';
import { loadEscalation } from './compile-escalation';
import { compileGuardrails } from './compile-guardrails';
import { loadIntents } from './compile-intents';
import { loadContact, loadOffers } from './compile-offers';
import { loadWords } from './compile-phrases';
import { loadPricing } from './compile-pricing';
import { loadTools } from './compile-tools';
import { loadFlags, loadUrgency } from './compile-triage';
import { dispositionsPolicySchema } from './dispositions-policy';
import { guardrailsPolicySchema } from './guardrails-policy';
import { knowledgePolicySchema } from './knowledge-policy';
import { macrosPolicySchema } from './macros-policy';
import { compilePhrases } from './phrases';
import type { PolicySet } from './policy-set';
import { type Parsed, PolicySource } from './policy-source';
import { PolicyError, type PolicyProblem } from './problem';
import { queuesPolicySchema } from './queues-policy';
import { readFolder } from './read-folder';
import { serviceLevelsPolicySchema } from './service-levels-policy';
import { scopePolicySchema, sentimentExamplesSchema } from './triage-policy';

const CASES = '.cases.yaml';

const promptsOf = (source: PolicySource): Map<string, string> =>
  new Map(
    source
      .under('prompts', '.md')
      .map((path) => [path.slice('prompts/'.length, -'.md'.length), source.files.get(path) ?? '']),
  );

/** Each role's prompt must be there, unless there is no folder of prompts at all: then only the local engine can answer. */
const checkPrompts = (
  source: PolicySource,
  agents: Parsed<AgentsPolicy>,
  prompts: ReadonlyMap<string, string>,
): void => {
  if (prompts.size === 0) return;
  for (const [role, { prompt }] of Object.entries(agents.value.roles)) {
    if (!prompts.has(prompt))
      source.fault(agents, ['roles', role, 'prompt'], `prompts/${prompt}.md is missing`);
  }
};

const frozen = <T>(value: T): T => {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
};

const queuesOf = (source: PolicySource) => {
  const parsed = source.parse('queues.yaml', queuesPolicySchema);
  if (parsed !== undefined)
    uniqueIds(
      source,
      parsed,
      parsed.value.map(({ id }, i) => ({ id, path: [i] })),
    );
  return parsed?.value;
};

/** The files as a policy set, or as undefined with `source.problems` saying why. */
const compile = (source: PolicySource): PolicySet | undefined => {
  const files = [...source.files]
    .filter(([path]) => !path.endsWith(CASES))
    .map(([path, text]) => ({ path, hash: hashOf(text) }));
  source.lists = loadWords(source);
  const queues = queuesOf(source);
  const intents = loadIntents(source, queues);
  const sentiment = source.parse('triage/sentiment.yaml', sentimentExamplesSchema)?.value;
  const scope = source.parse('triage/scope.yaml', scopePolicySchema)?.value;
  const flags = loadFlags(source);
  const urgency = loadUrgency(source);
  const escalation = loadEscalation(source, queues);
  const guardrailsFile = source.parse('guardrails.yaml', guardrailsPolicySchema);
  const guardrails = guardrailsFile && compileGuardrails(source, guardrailsFile);
  const knowledge = source.parse('knowledge.yaml', knowledgePolicySchema)?.value;
  const agents = source.parse('agents.yaml', agentsPolicySchema);
  const dispositions = source.parse('dispositions.yaml', dispositionsPolicySchema)?.value;
  const serviceLevels = source.parse('service-levels.yaml', serviceLevelsPolicySchema)?.value
    .reply_within_seconds;
  const macros = source.parse('macros.yaml', macrosPolicySchema)?.value;
  const pricing = loadPricing(source);
  const tools = loadTools(source);
  const contact = loadContact(source);
  const offers = loadOffers(source, contact, pricing?.plans);
  const prompts = promptsOf(source);
  if (agents) checkPrompts(source, agents, prompts);
  if (
    !queues ||
    !sentiment ||
    !scope ||
    !flags ||
    !urgency ||
    !escalation ||
    !guardrails ||
    !knowledge ||
    !agents ||
    !dispositions ||
    !serviceLevels ||
    !macros ||
    !pricing ||
    !tools ||
    !contact
  )
    return undefined;
  return frozen({
    hash: hashOf(files),
    files,
    queues,
    intents,
    sentiment,
    scope,
    competitors: compilePhrases(source.lists.rival ? ['<rival>'] : [], source.lists),
    flags,
    urgency,
    escalation,
    guardrails,
    knowledge,
    agents: agents.value,
    dispositions,
    serviceLevels,
    macros,
    pricing,
    tools,
    contact,
    offers,
    prompts,
  });
};

/** The policies that files (path below the folder to text) make. Throws PolicyError with every problem found, never only the first. */
export const compilePolicies = (
  files: ReadonlyMap<string, string>,
  problems: readonly PolicyProblem[] = [],
): PolicySet => {
  const source = new PolicySource(files);
  source.problems.push(...problems);
  const policies = compile(source);
  if (policies === undefined || source.problems.length > 0) throw new PolicyError(source.problems);
  return policies;
};

/**
 * Everything in a folder of policies, validated, compiled and frozen.
 * Throws PolicyError with every problem found (file, line, reason).
 */
export const loadPolicies = async (dir: string): Promise<PolicySet> => {
  const { files, problems } = await readFolder(dir);
  return compilePolicies(files, problems);
};
