import { join } from 'node:path';
import type { ModelPorts, Ports } from '@/lib/assist/ports';
import { hashOf } from '@/lib/core/hash';
import { addSpending, spentOn } from '@/lib/db/spending';
import type { KnownValue } from '@/lib/detectors/vault';
import { createBreakers } from '@/lib/engines/chain/breakers';
import type { BudgetPort } from '@/lib/engines/chain/budget';
import { createChain } from '@/lib/engines/chain/chain';
import { createLedger } from '@/lib/engines/chain/ledger';
import { localEngineWith } from '@/lib/engines/local/engine';
import { modelFolder } from '@/lib/engines/local/intent/model-folder';
import { learnLocal } from '@/lib/engines/local/models';
import { createEmbed } from '@/lib/engines/openai/embed';
import { createOpenAiEngine } from '@/lib/engines/openai/engine';
import { env } from '@/lib/env';
import type { Library } from '@/lib/knowledge/library';
import type { PolicySet } from '@/lib/policies/policy-set';
import { log } from '@/lib/telemetry/log';
import packageJson from '@/package.json' with { type: 'json' };
import { createEmbeddings, type Embeddings } from './embeddings';
import { type Services, services } from './services';
import { openShelf, type Shelf } from './shelf';

/** What engines work for. */
export interface Work {
  /** By `performance.now()`. */
  until: number;
  /** Null when nobody in particular has the conversation. */
  userId: string | null;
  /** What is personal of the customer it is about. */
  known: readonly KnownValue[];
}

/** The engines and articles that cues are made with, and the name of exactly this combination. */
export interface Assistant {
  policies: PolicySet;
  /** The engines for one piece of work: they know until when it must be done, and whose budget pays for it. */
  modelsFor(work: Work): ModelPorts;
  guessIntents: Ports['guessIntents'];
  local: Ports['local'];
  library: Library;
  version: { id: string; parts: Record<string, string> };
}

const budgetIn = ({ db }: Services): BudgetPort => ({
  spent: (scope) => spentOn(db, scope.day, scope.of === 'organisation' ? 'organisation' : `user:${scope.id}`),
  record: ({ day, userId, costMicros }) =>
    costMicros === null
      ? Promise.resolve()
      : addSpending(
          db,
          day,
          userId === null ? ['organisation'] : ['organisation', `user:${userId}`],
          costMicros,
        ),
});

const remoteEndpoint = (): { baseUrl: string; apiKey: string } | null => {
  const { OPENAI_BASE_URL, OPENAI_API_KEY } = env();
  if (!OPENAI_BASE_URL && !OPENAI_API_KEY) return null;
  return { baseUrl: OPENAI_BASE_URL ?? 'https://api.openai.com/v1', apiKey: OPENAI_API_KEY ?? 'none' };
};

const remoteEngine = (policies: PolicySet) => {
  const endpoint = remoteEndpoint();
  if (!endpoint) return null;
  return createOpenAiEngine({
    ...endpoint,
    defaultModel: env().OPENAI_MODEL ?? null,
    agents: policies.agents,
    prompts: policies.prompts,
    taxonomy: { intents: policies.intents },
  });
};

/** Engines of one set of policies: learnt once, with their breakers, for the life of the process or until the policies change. */
const enginesOf = (deps: Services, policies: PolicySet) => {
  const learnt = learnLocal(policies, { cache: modelFolder(join(env().dataDir, 'models')) });
  const remote = remoteEngine(policies);
  const local = localEngineWith(learnt);
  const shared = {
    agents: policies.agents,
    local,
    remote,
    breakers: createBreakers(policies.agents.breaker),
    budget: createLedger(budgetIn(deps)),
    clock: deps.clock,
    report: (problem: unknown) => log.warn({ err: problem }, 'language model'),
  };
  const modelsFor = (work: Work): ModelPorts => createChain({ ...shared, ...work });
  return {
    policies,
    modelsFor,
    local,
    engine: remote ? `${remote.endpoint} ${remote.defaultModel ?? ''}`.trim() : 'local',
  };
};

const KEY = Symbol.for('cuedesk.assistant');
interface Held {
  /** Put in place by a test; it stays until the process ends. */
  given?: Assistant;
  engines: ReturnType<typeof enginesOf> | null;
  shelf: Shelf | null;
}
const shared = globalThis as { [KEY]?: Held };

const embeddingsOf =
  ({ db, clock }: Services) =>
  (policies: PolicySet, onOtherDimension: () => void): Embeddings | null => {
    const { OPENAI_EMBEDDING_MODEL: model } = env();
    const endpoint = remoteEndpoint();
    if (!model || !endpoint) return null;
    return createEmbeddings({
      db,
      clock,
      model,
      embed: createEmbed({ ...endpoint, model }, clock),
      breakers: createBreakers(policies.agents.breaker),
      onOtherDimension,
    });
  };

const openAssistantShelf = (deps: Services): Shelf =>
  openShelf({
    db: deps.db,
    listenUrl: env().DATABASE_URL ?? '',
    clock: deps.clock,
    embeddingsOf: embeddingsOf(deps),
    onProblem: (thrown, what) => log.warn({ err: thrown }, what),
  });

/** Puts an assistant in place of the one made from policies and articles: a test's. */
export const provideAssistant = (given: Assistant): void => {
  shared[KEY] = { given, engines: null, shelf: null };
};

/** Lets go of what the assistant of this process holds open; the next call makes it anew. */
export const releaseAssistant = async (): Promise<void> => {
  const shelf = shared[KEY]?.shelf;
  if (shared[KEY]) shared[KEY].shelf = null;
  await shelf?.close();
};

/** The assistant of this process as policies and articles now stand. */
export const assistant = async (): Promise<Assistant> => {
  if (shared[KEY]?.given) return shared[KEY].given;
  const deps = await services();
  const policies = deps.policies.current();
  shared[KEY] ??= { engines: null, shelf: null };
  const held = shared[KEY];
  if (held.engines?.policies.hash !== policies.hash) held.engines = enginesOf(deps, policies);
  const { modelsFor, local, engine } = held.engines;
  held.shelf ??= openAssistantShelf(deps);
  const library = await held.shelf.library(policies);
  const parts = {
    code: packageJson.version,
    policies: policies.hash.slice(0, 12),
    knowledge: library.version,
    engine,
  };
  const version = { id: hashOf(parts).slice(0, 16), parts };
  return { policies, modelsFor, guessIntents: local.guessIntents, local, library, version };
};
