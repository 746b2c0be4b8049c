import type { Answer, ModelPort, ModelPorts } from '@/lib/assist/ports';
import type { KnownValue } from '@/lib/detectors/vault';
import type { AgentRole } from '@/lib/policies/agents-policy';
import type { RemotePorts } from '../openai/engine';
import { addSpent, NOTHING_SPENT } from '../openai/spent';
import type { Limits } from '../openai/watch';
import { abortedBy, untilAborted } from './aborted';
import { firstSpeaker } from './heard';
import { fromModels, type Progress } from './models';
import type { ChainSettings } from './settings';

type Options = Parameters<ModelPorts['triage']>[1];
type AskModel<Request, Opinion> = (
  ports: RemotePorts,
  request: Request,
  options: Options & { limits: Limits; known: readonly KnownValue[] },
) => Promise<Answer<Opinion>>;

/**
 * Model ports that always answer: the role's model, its fallback models, then the local engine, all within the deadline.
 * Every try without an answer is a hop. An abort rejects at once with an AbortError and is answered by nobody.
 * Only the first engine that streams is heard by `onDelta`: the answer that follows a broken stream replaces it whole.
 */
export const createChain = (settings: ChainSettings): ModelPorts => {
  const { local } = settings;
  const link = <Request, Opinion>(
    role: AgentRole,
    ours: ModelPort<Request, Opinion>,
    theirs: AskModel<Request, Opinion>,
  ): ModelPort<Request, Opinion> => {
    return (request, options) =>
      untilAborted(options.signal, answer(settings, role, ours, theirs, request, options));
  };
  return {
    triage: link('triage', local.triage, (ports, request, options) => ports.triage(request, options)),
    draftResolution: link('resolution', local.draftResolution, (ports, request, options) =>
      ports.draftResolution(request, options),
    ),
    summariseHandoff: link('handoff', local.summariseHandoff, (ports, request, options) =>
      ports.summariseHandoff(request, options),
    ),
    summariseWrapUp: link('wrap-up', local.summariseWrapUp, (ports, request, options) =>
      ports.summariseWrapUp(request, options),
    ),
  };
};

const answer = async <Request, Opinion>(
  settings: ChainSettings,
  role: AgentRole,
  local: ModelPort<Request, Opinion>,
  ask: AskModel<Request, Opinion>,
  request: Request,
  { signal, onDelta }: Options,
): Promise<Answer<Opinion>> => {
  if (signal.aborted) throw abortedBy(signal);
  const progress: Progress = { hops: [], spent: NOTHING_SPENT };
  const heard = firstSpeaker(signal, onDelta);

  const theirs = await fromModels(settings, role, progress, signal, (ports, limits, within) =>
    ask(ports, request, { signal: within, limits, known: settings.known ?? [], ...heard.take() }),
  );
  if (signal.aborted) throw abortedBy(signal);
  if (theirs !== null) return theirs;

  const { value, use } = await local(request, { signal, ...heard.take() });
  const { tokensIn, tokensOut, costMicros } = addSpent(progress.spent, use);
  return {
    value,
    use: { engine: use.engine, hops: [...progress.hops, ...use.hops], tokensIn, tokensOut, costMicros },
  };
};
