import type { Answer, ModelPorts } from '@/lib/assist/ports';
import { systemClock } from '@/lib/core/clock';
import { createBreakers } from '@/lib/engines/chain/breakers';
import { createChain } from '@/lib/engines/chain/chain';
import { DEADLINE_MS } from '@/lib/engines/chain/deadline';
import { createLocalEngine } from '@/lib/engines/local/engine';
import { createOpenAiEngine } from '@/lib/engines/openai/engine';
import {
  handoffRequest,
  resolutionRequest,
  triageRequest,
  wrapUpRequest,
} from '@/lib/engines/openai/sample-requests';
import { loadTokenizer } from '@/lib/engines/openai/tokens';
import type { PolicySet } from '@/lib/policies/policy-set';
import { policyStore } from '@/lib/policies/store';
import { policiesDir } from '@/lib/use-cases/policies-in-force';
import { startModelProcess } from './model-process';
import type { Bench, Figures } from './report';

/** Addresses at which no answer can come, beside the ways in which an endpoint that answers can fail. */
const ADDRESSES: Readonly<Record<string, (url: string) => string>> = {
  'refused connection': () => 'http://127.0.0.1:9/v1',
  'not TLS': (url) => url.replace('http:', 'https:'),
};

const chainOn = (policies: PolicySet, local: ModelPorts, baseUrl: string, until: number): ModelPorts =>
  createChain({
    agents: policies.agents,
    local,
    remote: createOpenAiEngine({
      baseUrl,
      apiKey: 'none',
      defaultModel: 'stub',
      agents: policies.agents,
      prompts: policies.prompts,
      taxonomy: { intents: policies.intents },
    }),
    breakers: createBreakers(policies.agents.breaker),
    budget: { spent: async () => 0, record: async () => undefined },
    userId: null,
    clock: systemClock,
    until,
    report: () => undefined,
  });

/** `rejected → local, 12 ms`: what was noted, who answered, and when. */
const told = async (answer: Promise<Answer<unknown>>): Promise<{ outcome: string; ms: number }> => {
  const began = performance.now();
  const { use } = await answer;
  const ms = performance.now() - began;
  const faults = use.hops.map(({ fault }) => fault).join(', ') || 'no fault';
  return { outcome: `${faults} → ${use.engine.replace('openai:stub', 'model')}`, ms };
};

const signal = new AbortController().signal;
const ROLES: Record<string, (ports: ModelPorts) => Promise<Answer<unknown>>> = {
  triage: (ports) => ports.triage(triageRequest, { signal }),
  resolution: (ports) => ports.draftResolution(resolutionRequest, { signal }),
  handoff: (ports) => ports.summariseHandoff(handoffRequest, { signal }),
  'wrap-up': (ports) => ports.summariseWrapUp(wrapUpRequest, { signal }),
};

/** The calls of a run that wait for each other, all of them faulty: triage, then the reply and the packet at once. */
const runMs = async (ports: ModelPorts): Promise<number> => {
  const began = performance.now();
  await ports.triage(triageRequest, { signal });
  await Promise.all([
    ports.draftResolution(resolutionRequest, { signal }),
    ports.summariseHandoff(handoffRequest, { signal }),
  ]);
  return performance.now() - began;
};

/** Every fault of a model endpoint over real HTTP, with the policies that ship: what each role makes of it, and when there is an answer. */
export const faultsBench: Bench = {
  run: async (say) => {
    const policies = (await policyStore(policiesDir())).current();
    const local = createLocalEngine(policies);
    await loadTokenizer();
    const model = await startModelProcess();
    const figures: Figures = {};
    let slowest = 0;
    try {
      const modes = await model.modes();
      for (const fault of [...modes, ...Object.keys(ADDRESSES)]) {
        const elsewhere = ADDRESSES[fault];
        if (elsewhere === undefined) await model.fail(fault);
        const baseUrl = elsewhere?.(model.url) ?? model.url;
        const fresh = (): ModelPorts => chainOn(policies, local, baseUrl, performance.now() + DEADLINE_MS);
        const row: Record<string, number> = {};
        for (const [role, ask] of Object.entries(ROLES)) {
          const { outcome, ms } = await told(ask(fresh()));
          say(`${fault} | ${role} | ${outcome} | ${Math.round(ms)} ms`);
          row[role] = ms;
        }
        row.run = await runMs(fresh());
        slowest = Math.max(slowest, ...Object.values(row));
        figures[fault] = row;
      }
    } finally {
      model.stop();
    }
    return { ...figures, slowest: { ms: slowest } };
  },
};
