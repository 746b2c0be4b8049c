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
import { storePacket } from '@/lib/db/escalations';
import { openIncidents } from '@/lib/db/knowledge';
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
import type { Account } from '@/lib/domain/customer';
import type { EngineUse } from '@/lib/domain/run';
import { DEADLINE_MS } from '@/lib/engines/chain/deadline';
import { log } from '@/lib/telemetry/log';
import { tellDesk } from './accept-turn';
import { type Assistant, assistant } from './assistant';
import { personalValues } from './personal-values';
import { recordKnowledgeGap } from './record-knowledge-gap';
import { type Services, services } from './services';
import { standingOf } from './standing';
import { createStepMemory } from './step-memory';
import { tellerOf } from './tell-deltas';

/** Turns a run reads: whole conversations of people; beyond that the newest. */
const TURNS = 400;

/** What a run is about, and where its conversation stands. Everything is read at once; only the account waits for whose it is. */
const inputOf = async (
  { db, clock }: Services,
  conversationId: string,
): Promise<{ found: FoundConversation; input: PipelineInput }> => {
  const finding = findConversation(db, { of: 'everyone' }, conversationId);
  const [found, turns, account, incidents, overrides] = await Promise.all([
    finding,
    listTurns(db, conversationId, TURNS),
    finding.then((it) => it && loadAccount(db, it.conversation.customerId)),
    openIncidents(db, clock.now()),
    overridesOf(db, conversationId),
  ]);
  if (!found) throw new Error(`conversation ${conversationId} is gone`);
  const { conversation, row } = found;
  if (!account) throw new Error(`customer ${conversation.customerId} is gone`);
  const corrected: PipelineInput['overrides'] = { steps: {} };
  for (const override of overrides) {
    if (override.field === 'step') corrected.steps[override.step] = override.after;
    else Object.assign(corrected, { [override.field]: override.after });
  }
  const input = {
    conversationId,
    channel: conversation.channel,
    turns,
    account,
    incidents,
    overrides: corrected,
    escalated: row.escalation === 'waiting' || row.escalation === 'accepted',
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
const named = new WeakMap<Services['db'], Set<string>>();

const nameVersion = async (db: Services['db'], { id, parts }: Assistant['version']): Promise<void> => {
  const known = named.get(db) ?? new Set();
  if (known.has(id)) return;
  await rememberAgentVersion(db, id, parts);
  named.set(db, known.add(id));
};

/** Stores everything a run found, in one transaction, unless a newer turn or another worker came first. */
const store = async (
  deps: Services,
  run: ClaimedRun,
  { version, policies }: Assistant,
  account: Account,
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
      if (retrieval && run.trigger === 'customer-turn')
        await recordKnowledgeGap(
          tx,
          run.conversationId,
          { retrieval, triage, account },
          policies.knowledge,
          now,
        );
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
    await memory.settled();
    await store(deps, run, helper, input.account, gathered);
  } catch (thrown) {
    if (stop.aborted) return;
    await fail(deps, run, helper?.version ?? null, thrown);
  } finally {
    clearInterval(renewal);
  }
};
