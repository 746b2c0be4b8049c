import { join } from 'node:path';
import type { ModelPorts, TriageOpinion, TriageRequest } from '@/lib/assist/ports';
import { hashOf } from '@/lib/core/hash';
import { articlesStamp, loadArticles } from '@/lib/db/knowledge';
import { addSpending, spentOn } from '@/lib/db/spending';
import { createBreakers } from '@/lib/engines/chain/breakers';
import type { BudgetPort } from '@/lib/engines/chain/budget';
import { createChain } from '@/lib/engines/chain/chain';
import { localEngineWith } from '@/lib/engines/local/engine';
import { findIssues } from '@/lib/engines/local/intent/find-issues';
import { modelFolder } from '@/lib/engines/local/intent/model-folder';
import { learnLocal } from '@/lib/engines/local/models';
import { createOpenAiEngine } from '@/lib/engines/openai/engine';
import { env } from '@/lib/env';
import { createLibrary, type Library } from '@/lib/knowledge/library';
import type { PolicySet } from '@/lib/policies/policy-set';
import { log } from '@/lib/telemetry/log';
import packageJson from '@/package.json' with { type: 'json' };
import { type Services, services } from './services';

/** The engines and articles that cues are made with, and the name of exactly this combination. */
export interface Assistant {
  policies: PolicySet;
  models: ModelPorts;
  guessIntents(request: TriageRequest): TriageOpinion['intents'];
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

const remoteEngine = (policies: PolicySet) => {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL } = env();
  if (!OPENAI_BASE_URL && !OPENAI_API_KEY) return null;
  return createOpenAiEngine({
    baseUrl: OPENAI_BASE_URL ?? 'https://api.openai.com/v1',
    apiKey: OPENAI_API_KEY ?? 'none',
    defaultModel: OPENAI_MODEL ?? null,
    agents: policies.agents,
    prompts: policies.prompts,
    taxonomy: { intents: policies.intents },
  });
};

/** Engines of one set of policies: learnt once, with their breakers, for the life of the process or until the policies change. */
const enginesOf = (deps: Services, policies: PolicySet) => {
  const learnt = learnLocal(policies, { cache: modelFolder(join(env().dataDir, 'models')) });
  const remote = remoteEngine(policies);
  const models = createChain({
    agents: policies.agents,
    local: localEngineWith(learnt),
    remote,
    breakers: createBreakers(policies.agents.breaker),
    budget: budgetIn(deps),
    userId: null,
    clock: deps.clock,
    report: (problem) => log.warn({ err: problem }, 'model budget'),
  });
  const guessIntents = ({ utterances, language }: TriageRequest) =>
    findIssues(learnt.intent, utterances, language);
  return {
    policies,
    models,
    guessIntents,
    engine: remote ? `${remote.endpoint} ${remote.defaultModel ?? ''}`.trim() : 'local',
  };
};

const KEY = Symbol.for('cuedesk.assistant');
interface Held {
  /** Put in place by a test; it stays until the process ends. */
  given?: Assistant;
  engines: ReturnType<typeof enginesOf> | null;
  library: { stamp: string; policies: string; is: Library } | null;
  checkedAt: number;
}
const shared = globalThis as { [KEY]?: Held };

/** Articles are looked at again after this; a change wakes every process without a restart. */
const CHECK_ARTICLES_MS = 2000;

const libraryOf = async (deps: Services, policies: PolicySet, held: Held): Promise<Library> => {
  const now = Date.now();
  if (held.library?.policies === policies.hash && now - held.checkedAt < CHECK_ARTICLES_MS)
    return held.library.is;
  held.checkedAt = now;
  const stamp = await articlesStamp(deps.db);
  if (held.library?.policies === policies.hash && held.library.stamp === stamp) return held.library.is;
  const is = createLibrary({
    articles: await loadArticles(deps.db),
    policy: policies.knowledge,
    clock: deps.clock,
    intentTitles: new Map(policies.intents.map(({ id, title }) => [id, title])),
  });
  held.library = { stamp, policies: policies.hash, is };
  return is;
};

/** Puts an assistant in place of the one made from policies and articles: a test's. */
export const provideAssistant = (given: Assistant): void => {
  shared[KEY] = { given, engines: null, library: null, checkedAt: 0 };
};

/** The assistant of this process as policies and articles now stand. */
export const assistant = async (): Promise<Assistant> => {
  if (shared[KEY]?.given) return shared[KEY].given;
  const deps = await services();
  const policies = deps.policies.current();
  shared[KEY] ??= { engines: null, library: null, checkedAt: 0 };
  const held = shared[KEY];
  if (held.engines?.policies.hash !== policies.hash) held.engines = enginesOf(deps, policies);
  const { models, guessIntents, engine } = held.engines;
  const library = await libraryOf(deps, policies, held);
  const parts = {
    code: packageJson.version,
    policies: policies.hash.slice(0, 12),
    knowledge: library.version,
    engine,
  };
  return { policies, models, guessIntents, library, version: { id: hashOf(parts).slice(0, 16), parts } };
};
