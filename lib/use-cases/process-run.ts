import type { PipelineEvent } from '@/lib/assist/events';
import { runPipeline } from '@/lib/assist/pipeline';
import type { PipelineInput, Ports } from '@/lib/assist/ports';
import { runTracking } from '@/lib/assist/track';
import type { DeskEvent } from '@/lib/contracts/events';
import { messageOf } from '@/lib/core/errors';
import { loadAccount } from '@/lib/db/accounts';
import { type FoundConversation, findConversation, recordTriage } from '@/lib/db/conversations';
import { overridesOf } from '@/lib/db/corrections';
import { type NewCue, storeCues } from '@/lib/db/cues';
import { tellEphemeral } from '@/lib/db/ephemeral';
import { storePacket } from '@/lib/db/escalations';
import { openIncidents, recordGap } from '@/lib/db/knowledge';
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
import { listTurns } from '@/lib/db/turns';
import { payloadOf } from '@/lib/domain/cue';
import type { EngineUse } from '@/lib/domain/run';
import { log } from '@/lib/telemetry/log';
import { tellDesk } from './accept-turn';
import { type Assistant, assistant } from './assistant';
import { type Services, services } from './services';
import { standingOf } from './standing';
import { createStepMemory } from './step-memory';

/** Turns a run reads: whole conversations of people; beyond that the newest. */
const TURNS = 400;

/** Reply text is told at most this often while it streams. */
const DELTA_MS = 100;

const inputOf = async ({ db, clock }: Services, found: FoundConversation): Promise<PipelineInput> => {
  const { conversation, row } = found;
  const [turns, account, incidents, overrides] = await Promise.all([
    listTurns(db, conversation.id, TURNS),
    loadAccount(db, conversation.customerId),
    openIncidents(db, clock.now()),
    overridesOf(db, conversation.id),
  ]);
  if (!account) throw new Error(`customer ${conversation.customerId} is gone`);
  const corrected: PipelineInput['overrides'] = { steps: {} };
  for (const override of overrides) {
    if (override.field === 'step') corrected.steps[override.step] = override.after;
    else Object.assign(corrected, { [override.field]: override.after });
  }
  return {
    conversationId: conversation.id,
    channel: conversation.channel,
    turns,
    account,
    incidents,
    overrides: corrected,
    escalated: row.escalation === 'waiting' || row.escalation === 'accepted',
  };
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

const deltaTeller = ({ db }: Services, run: ClaimedRun, queueId: string) => {
  let pending = '';
  let scheduled = false;
  const tell = () => {
    scheduled = false;
    const text = pending;
    pending = '';
    tellEphemeral(
      db,
      { kind: 'reply.delta', conversationId: run.conversationId, runId: run.id, text },
      queueId,
    ).catch((error: unknown) => log.warn({ err: error }, 'reply delta'));
  };
  return (text: string) => {
    pending += text;
    if (scheduled) return;
    scheduled = true;
    setTimeout(tell, DELTA_MS);
  };
};

/** Stores everything a run found, in one transaction, unless a newer turn or another worker came first. */
const store = async (
  deps: Services,
  run: ClaimedRun,
  { version, policies }: Assistant,
  { cues, done }: Gathered,
): Promise<void> => {
  const now = deps.clock.now();
  await deps.db.$transaction(async (tx) => {
    if (!(await holdRun(tx, run))) return;
    const stored = await storeCues(tx, run.conversationId, run.id, cues, now);
    const packet = payloadOf(cues, 'handoff')?.packet;
    if (packet) await storePacket(tx, run.conversationId, run.id, packet, now);
    const { triage, retrieval, outcome } = done ?? {};
    if (triage) {
      const queue = policies.intents.find((intent) => intent.id === triage.intent.id)?.queue ?? null;
      await recordTriage(tx, run.conversationId, triage, queue);
      if (retrieval?.gap && run.trigger === 'customer-turn' && outcome === 'abstain')
        await recordGap(tx, triage.intent.id, retrieval.query, now);
    }
    await finishRun(tx, run, {
      state: 'done',
      outcome: outcome ?? null,
      error: null,
      agentVersionId: version.id,
    });
    const event: DeskEvent = {
      kind: 'cues.stored',
      conversationId: run.conversationId,
      runId: run.id,
      cues: stored,
    };
    await tellDesk(tx, run.conversationId, [event]);
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
    const [found, known] = await Promise.all([
      findConversation(deps.db, { of: 'everyone' }, run.conversationId),
      run.fence > 1 ? loadSteps(deps.db, run.id) : [],
      rememberAgentVersion(deps.db, helper.version.id, helper.version.parts),
    ]);
    if (!found) throw new Error(`conversation ${run.conversationId} is gone`);
    const [input, standing] = await Promise.all([
      inputOf(deps, found),
      run.trigger === 'rep-turn' ? standingOf(deps.db, run.conversationId) : null,
    ]);
    const memory = createStepMemory(known, (steps) => storeSteps(deps.db, run.id, steps));
    const ports: Ports = {
      ...helper.models,
      guessIntents: helper.guessIntents,
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
    const gathered = events
      ? await gather(events, run, deltaTeller(deps, run, found.row.queue))
      : { cues: [], done: null };
    await memory.settled();
    await store(deps, run, helper, gathered);
  } catch (thrown) {
    if (stop.aborted) return;
    await fail(deps, run, helper?.version ?? null, thrown);
  } finally {
    clearInterval(renewal);
  }
};
