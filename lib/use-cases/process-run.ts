import type { PipelineEvent } from '@/lib/assist/events';
import { runPipeline } from '@/lib/assist/pipeline';
import type { PipelineInput, Ports } from '@/lib/assist/ports';
import { runTracking } from '@/lib/assist/track';
import type { DeskEvent } from '@/lib/contracts/events';
import { messageOf } from '@/lib/core/errors';
import type { FoundConversation } from '@/lib/db/conversations';
import { type NewCue, nameCues } from '@/lib/db/cues';
import { loadRunInput } from '@/lib/db/run-input';
import { type RunResult, storeResult } from '@/lib/db/run-result';
import {
  type ClaimedRun,
  claimRun,
  finishRun,
  holdRun,
  LEASE_MS,
  loadSteps,
  rememberAgentVersion,
  renewLease,
  storeSteps,
} from '@/lib/db/runs';
import { personalValues } from '@/lib/detectors/personal-values';
import { payloadOf } from '@/lib/domain/cue';
import type { Account } from '@/lib/domain/customer';
import type { EngineUse, StepRecord } from '@/lib/domain/run';
import type { Triage } from '@/lib/domain/triage';
import { DEADLINE_MS } from '@/lib/engines/chain/deadline';
import type { PolicySet } from '@/lib/policies/policy-set';
import { log } from '@/lib/telemetry/log';
import { tellDesk, tellOf } from './accept-turn';
import { type Assistant, assistant } from './assistant';
import { recordKnowledgeGap } from './record-knowledge-gap';
import { type Services, services } from './services';
import { standingOf } from './standing';
import { createStepMemory } from './step-memory';
import { tellerOf } from './tell-deltas';

/** Turns a run reads: whole conversations of people; beyond that the newest. */
const TURNS = 400;

/** What a run is about, and where its conversation stands. */
const inputOf = async (
  { db, clock }: Services,
  conversationId: string,
): Promise<{ found: FoundConversation; input: PipelineInput }> => {
  const loaded = await loadRunInput(db, conversationId, { newestTurns: TURNS, now: clock.now() });
  if (!loaded) throw new Error(`conversation ${conversationId} is gone`);
  const { found, overrides, sent, actions, ...read } = loaded;
  const corrected: PipelineInput['overrides'] = { steps: {} };
  const ticks: PipelineInput['recorded']['ticks'] = [];
  for (const { body: override, at } of overrides) {
    if (override.field === 'step') {
      corrected.steps[override.step] = override.after;
      if (override.after) ticks.push({ step: override.step, at });
    } else Object.assign(corrected, { [override.field]: override.after });
  }
  const { escalation } = found.row;
  const input = {
    ...read,
    conversationId,
    channel: found.conversation.channel,
    overrides: corrected,
    recorded: { sent, ticks, actions },
    escalated: escalation === 'waiting' || escalation === 'accepted',
  };
  return { found, input };
};

/** What small print says when an engine did not answer: the last fault before the one that did. */
const degradedBy = ({ hops, engine }: EngineUse): string | null => {
  const fault = hops.at(-1);
  return fault ? `Answered by ${engine}: ${fault.engine} ${fault.fault}` : null;
};

interface Gathered {
  cues: NewCue[];
  done: Extract<PipelineEvent, { type: 'done' }> | null;
}

const gather = async (
  events: AsyncGenerator<PipelineEvent>,
  run: ClaimedRun,
  onDelta: (text: string) => void,
): Promise<Gathered> => {
  const gathered: Gathered = { cues: [], done: null };
  for await (const event of events) {
    if (event.type === 'delta') onDelta(event.text);
    else if (event.type === 'done') gathered.done = event;
    else {
      const answersCustomer = run.trigger !== 'rep-turn' || event.payload.kind !== 'resolution';
      gathered.cues.push({
        payload: event.payload,
        state: answersCustomer ? 'live' : 'withdrawn',
        engine: event.use.engine,
        degraded: degradedBy(event.use),
      });
    }
  }
  return gathered;
};

/** Versions that are in the database, so that not every run writes the one that all of them share. */
const versions = new WeakMap<Services['db'], Set<string>>();

const nameVersion = async (db: Services['db'], { id, parts }: Assistant['version']): Promise<void> => {
  const known = versions.get(db) ?? new Set();
  if (known.has(id)) return;
  await rememberAgentVersion(db, id, parts);
  versions.set(db, known.add(id));
};

const queueOf = ({ intents }: PolicySet, { intent }: Triage): string | null =>
  intents.find(({ id }) => id === intent.id)?.queue ?? null;

/** Stores everything a run found, in one transaction, unless a newer turn or another worker came first. */
const store = async (
  deps: Services,
  run: ClaimedRun,
  { version, policies }: Assistant,
  { account, steps }: { account: Account; steps: StepRecord[] },
  { cues, done }: Gathered,
): Promise<void> => {
  const now = deps.clock.now();
  const { triage, retrieval, outcome = null } = done ?? {};
  const named = nameCues(run, cues, now);
  const result: RunResult = {
    steps,
    cues: named,
    packet: payloadOf(cues, 'handoff')?.packet ?? null,
    triaged: triage ? { ...triage, queue: queueOf(policies, triage) } : null,
    end: { state: 'done', outcome, error: null, agentVersionId: version.id },
  };
  await deps.db.$transaction(async (tx) => {
    if (!(await holdRun(tx, run))) return;
    const found = await storeResult(tx, run, result, now);
    if (triage && retrieval && run.trigger === 'customer-turn')
      await recordKnowledgeGap(
        tx,
        run.conversationId,
        { retrieval, triage, account },
        policies.knowledge,
        now,
      );
    const event: DeskEvent = {
      kind: 'cues.stored',
      conversationId: run.conversationId,
      runId: run.id,
      cues: named,
    };
    if (found) await tellOf(tx, found, [event]);
  });
};

const fail = async (
  deps: Services,
  run: ClaimedRun,
  version: Assistant['version'] | null,
  thrown: unknown,
): Promise<void> => {
  log.error({ err: thrown, runId: run.id }, 'run failed');
  await deps.db.$transaction(async (tx) => {
    if (!(await holdRun(tx, run))) return;
    await finishRun(tx, run, {
      state: 'failed',
      outcome: null,
      error: messageOf(thrown).slice(0, 500),
      agentVersionId: version?.id ?? null,
    });
    await tellDesk(tx, run.conversationId, [
      { kind: 'run.changed', conversationId: run.conversationId, runId: run.id, state: 'failed' },
    ]);
  });
};

/**
 * Works one run off: claims it, makes its cues, stores them. Does nothing when someone else has the run or a newer turn superseded it.
 * A run whose worker died is claimed again and repeats no step that was stored. `signal` aborts when a newer turn arrives.
 */
export const processRun = async (runId: string, signal: AbortSignal): Promise<void> => {
  const deps = await services();
  const run = await claimRun(deps.db, runId);
  if (!run) return;
  const until = performance.now() + DEADLINE_MS;
  const lost = new AbortController();
  const stop = AbortSignal.any([signal, lost.signal]);
  const renewal = setInterval(() => {
    renewLease(deps.db, run).then(
      (held) => held || lost.abort(new Error('the claim was lost')),
      (error: unknown) => log.warn({ err: error, runId }, 'lease renewal'),
    );
  }, LEASE_MS / 3);
  let helper: Assistant | null = null;
  try {
    helper = await assistant();
    const [{ found, input }, standing, known] = await Promise.all([
      inputOf(deps, run.conversationId),
      run.trigger === 'rep-turn' ? standingOf(deps.db, run.conversationId) : null,
      run.fence > 1 ? loadSteps(deps.db, run.id) : [],
      nameVersion(deps.db, helper.version),
    ]);
    const memory = createStepMemory(known, (steps) => storeSteps(deps.db, run.id, steps));
    const ports: Ports = {
      ...helper.modelsFor({
        until,
        userId: found.conversation.assigneeId,
        known: personalValues(input.account.customer),
      }),
      guessIntents: helper.guessIntents,
      local: helper.local,
      knowledge: helper.library,
      policies: helper.policies,
      memory,
      clock: deps.clock,
    };
    const hasCustomer = input.turns.some((turn) => turn.role === 'customer' && turn.kind === 'message');
    const events = standing
      ? runTracking(input, standing, ports, stop)
      : hasCustomer
        ? runPipeline(input, ports, stop)
        : null;
    const live = { conversationId: run.conversationId, runId, queueId: found.row.queue };
    const tell = tellerOf(deps.db);
    const gathered = events
      ? await gather(events, run, (text) => tell(live, text))
      : { cues: [], done: null };
    await store(deps, run, helper, { account: input.account, steps: await memory.unstored() }, gathered);
  } catch (thrown) {
    if (stop.aborted) return;
    await fail(deps, run, helper?.version ?? null, thrown);
  } finally {
    clearInterval(renewal);
  }
};
