import type { Answer } from '@/lib/assist/ports';
import type { Hop } from '@/lib/domain/run';
import type { AgentRole } from '@/lib/policies/agents-policy';
import type { RemotePorts } from '../openai/engine';
import type { FaultError } from '../openai/faults';
import { addSpent, type Spent } from '../openai/spent';
import type { Limits } from '../openai/watch';
import { attempt } from './attempt';
import { dayOf, exhausted } from './budget';
import { DEADLINE_MS, LEAST_MS, remoteMs } from './deadline';
import { inTime } from './in-time';
import type { ChainSettings } from './settings';

/** What a chain has tried and paid so far in one answer. */
export interface Progress {
  hops: Hop[];
  spent: Spent;
}

type CallModel<Opinion> = (
  ports: RemotePorts,
  limits: Limits,
  signal: AbortSignal,
) => Promise<Answer<Opinion>>;

/** The first answer of any model of the role, or null when none gave one in time; `progress` then says why. */
export const fromModels = async <Opinion>(
  settings: ChainSettings,
  role: AgentRole,
  progress: Progress,
  signal: AbortSignal,
  call: CallModel<Opinion>,
): Promise<Answer<Opinion> | null> => {
  const { engine, fallback_models, timeout_ms, ...policy } = settings.agents.roles[role];
  const { remote, breakers } = settings;
  if (engine === 'local' || remote === null) return null;
  const model = policy.model ?? remote.defaultModel;
  if (model === null) return null;
  const began = performance.now();
  const deadlineMs = Math.min(
    settings.deadlineMs ?? DEADLINE_MS,
    (settings.until ?? Number.POSITIVE_INFINITY) - began,
  );
  const until = began + remoteMs(timeout_ms, deadlineMs);
  const leftMs = (): number => until - performance.now();
  if (leftMs() < LEAST_MS) {
    progress.hops.push({ engine: remote.nameOf(model), fault: 'timeout', latencyMs: 0 });
    return null;
  }
  if (!(await affordable(settings, remote.nameOf(model), progress, leftMs()))) return null;

  const models = [model, ...fallback_models];
  for (const [index, name] of models.entries()) {
    if (leftMs() < LEAST_MS || signal.aborted) return null;
    const named = remote.nameOf(name);
    const theirs = await attempt({
      key: `${remote.endpoint} ${name}`,
      breakers,
      signal,
      modelsBehind: models.length - index - 1,
      leftMs,
      call: (within, limits) => call(remote.withModel(name), limits, within),
      onFault: (error, latencyMs) => {
        progress.hops.push(...error.hops, hopOf(named, error, latencyMs));
        pay(settings, progress, named, error.spent);
        // A fault of the endpoint has no cause; one that has is ours to mend.
        if (error.cause !== undefined) settings.report(error);
      },
    }).catch(() => null);
    if (theirs === null) continue;
    pay(settings, progress, named, theirs.use);
    const { tokensIn, tokensOut, costMicros } = progress.spent;
    return {
      value: theirs.value,
      use: { engine: named, hops: [...progress.hops, ...theirs.use.hops], tokensIn, tokensOut, costMicros },
    };
  }
  return null;
};

/** The last try of an attempt; those before it have their own time. */
const hopOf = (engine: string, { fault, hops }: FaultError, latencyMs: number): Hop => {
  const before = hops.reduce((sum, hop) => sum + hop.latencyMs, 0);
  return { engine, fault: fault.kind, latencyMs: Math.max(0, Math.round(latencyMs) - before) };
};

const pay = (
  settings: ChainSettings,
  progress: Progress,
  engine: string,
  { tokensIn, tokensOut, costMicros }: Spent,
): void => {
  if (tokensIn + tokensOut === 0) return;
  const spent = { tokensIn, tokensOut, costMicros };
  progress.spent = addSpent(progress.spent, spent);
  // Nobody waits for the books; a line that can't be written is reported.
  settings.budget
    .record({ ...spent, engine, userId: settings.userId, day: dayOf(settings.clock.now()) })
    .catch(settings.report);
};

/** Whether the day's money lasts. A budget that cannot be read in time counts as used up: the local engine costs nothing. */
const affordable = async (
  settings: ChainSettings,
  engine: string,
  progress: Progress,
  leftMs: number,
): Promise<boolean> => {
  const started = performance.now();
  const who = { userId: settings.userId, day: dayOf(settings.clock.now()) };
  const used = await inTime(leftMs / 2, undefined, () =>
    exhausted(settings.budget, settings.agents.budget, who),
  ).catch((problem: unknown) => {
    settings.report(problem);
    return 'unknown' as const;
  });
  if (used === null) return true;
  progress.hops.push({ engine, fault: 'budget', latencyMs: Math.round(performance.now() - started) });
  return false;
};
