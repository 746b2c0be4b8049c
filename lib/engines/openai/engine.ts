import type { Answer, ModelPorts } from '@/lib/assist/ports';
import { type Clock, systemClock } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import type { KnownValue } from '@/lib/detectors/vault';
import type { AgentRole, AgentsPolicy } from '@/lib/policies/agents-policy';
import { ask } from './ask';
import { createChat } from './chat';
import { cleaner, guardedBy } from './data-block';
import { FaultError } from './faults';
import { promptProblems, renderPrompt } from './prompt';
import { type OpenRedactor, openRedactor, type Redactor } from './redactor';
import { createFieldReader } from './reply-stream';
import { handoffJob } from './roles/handoff';
import type { RoleJob, Taxonomy } from './roles/job';
import { resolutionJob } from './roles/resolution';
import { triageJob } from './roles/triage';
import { wrapUpJob } from './roles/wrap-up';
import { loadTokenizer } from './tokens';
import type { Limits } from './watch';
import { wireSchema } from './wire-schema';

export interface OpenAiSettings {
  /** With its version, as the SDK wants it: `https://api.openai.com/v1`. */
  baseUrl: string;
  apiKey: string;
  /** For roles whose policy names no model; null when there is none. */
  defaultModel: string | null;
  agents: AgentsPolicy;
  /** Templates by file name without `.md`. */
  prompts: ReadonlyMap<string, string>;
  taxonomy: Taxonomy;
  /** Stands in for the real one in tests. */
  redactor?: OpenRedactor;
  clock?: Clock;
}

interface RemoteOptions {
  signal: AbortSignal;
  onDelta?: (text: string) => void;
  /** Tighter than the role's own timeout, when less time is left. */
  limits?: Limits;
  /** Values that are personal whatever they look like, beside those the request itself names. */
  known?: readonly KnownValue[];
}

type RemotePort<Port> = Port extends (
  request: infer Request,
  options: never,
) => Promise<Answer<infer Opinion>>
  ? (request: Request, options: RemoteOptions) => Promise<Answer<Opinion>>
  : never;

/** The ports as one model of an endpoint answers them. They throw FaultError and nothing else; they stop at once when told to. */
export type RemotePorts = { [Name in keyof ModelPorts]: RemotePort<ModelPorts[Name]> };

export interface RemoteEngine {
  /** Names the endpoint; faults are counted per endpoint and model. */
  endpoint: string;
  /** Answers for roles whose policy names no model. */
  defaultModel: string | null;
  /** As a cue names who answered. */
  nameOf(model: string): string;
  withModel(model: string): RemotePorts;
}

/** Who is named in the trace when a text did not reach the model. */
const INPUT_GUARD = 'input guard';

const JOBS = [triageJob, resolutionJob, handoffJob, wrapUpJob];

/** `triage`, `triage.md` and `prompts/triage.md` name the same file. */
const promptName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');

const promptOf = (
  { agents, prompts }: Pick<OpenAiSettings, 'agents' | 'prompts'>,
  role: AgentRole,
): string | undefined => prompts.get(promptName(agents.roles[role].prompt));

/** What is wrong with the prompts the roles name: a missing file, or slots that do not fit. Empty when all can be used. */
export const agentPromptProblems = (
  settings: Pick<OpenAiSettings, 'agents' | 'prompts'>,
): { role: AgentRole; message: string }[] =>
  JOBS.flatMap(({ role, names }) => {
    const template = promptOf(settings, role);
    const problems =
      template === undefined ? ['names a prompt that does not exist'] : promptProblems(template, names);
    return problems.map((message) => ({ role, message }));
  });

/** Engines on one OpenAI-compatible endpoint, one set of ports per model. Throws `invalid` when a prompt cannot be used. */
export const createOpenAiEngine = (settings: OpenAiSettings): RemoteEngine => {
  const problems = agentPromptProblems(settings).map(({ role, message }) => ({
    path: `agents.roles.${role}.prompt`,
    message,
  }));
  if (problems.length > 0)
    throw new AppError('invalid', 'prompts of the openai engine cannot be used', { problems });

  const chat = createChat(settings, settings.clock ?? systemClock);
  const tokenizer = loadTokenizer();
  const open = settings.redactor ?? openRedactor;
  const nameOf = (model: string): string => `openai:${model}`;

  const port =
    <Request, Wire, Opinion>(job: RoleJob<Request, Wire, Opinion>, model: string) =>
    async (request: Request, options: RemoteOptions): Promise<Answer<Opinion>> => {
      if (options.signal.aborted) throw new FaultError({ kind: 'aborted', message: 'the caller gave up' });
      const role = settings.agents.roles[job.role];
      const redactor = open([...(options.known ?? []), ...job.known(request)]);
      const clean = cleaner(redactor.redact);
      const leftOut = new Set<string>();
      const guarded = guardedBy(clean, (why) => leftOut.add(why));
      const schema = job.schema(request, settings.taxonomy);
      const call = {
        model,
        messages: renderPrompt(
          promptOf(settings, job.role) ?? '',
          job.slots(request, settings.taxonomy, clean, guarded),
        ),
        schema: { name: job.role, schema: wireSchema(schema) },
        maxTokens: role.max_tokens,
        temperature: role.temperature,
      };
      const expected = {
        schema,
        unknownIn: redactor.unknownIn,
        read: (wire: Wire) =>
          job.read(wire, { request, taxonomy: settings.taxonomy, clean, restore: redactor.restore }),
      };
      const limits = options.limits ?? {
        firstMs: role.timeout_ms,
        idleMs: role.timeout_ms,
        totalMs: role.timeout_ms,
      };
      const stream =
        job.streams !== null && options.onDelta !== undefined
          ? deltas(job.streams, redactor, options.onDelta)
          : undefined;
      const { value, spent, hops } = await ask(nameOf(model), chat, tokenizer, call, expected, {
        signal: options.signal,
        limits,
        ...(stream === undefined ? {} : { onContent: stream }),
      });
      const withheld = [...leftOut].map((why) => ({
        engine: INPUT_GUARD,
        fault: `left out a text that ${why}`,
        latencyMs: 0,
      }));
      return { value, use: { engine: nameOf(model), hops: [...withheld, ...hops], ...spent } };
    };

  return {
    endpoint: settings.baseUrl,
    defaultModel: settings.defaultModel,
    nameOf,
    withModel: (model) => ({
      triage: port(triageJob, model),
      draftResolution: port(resolutionJob, model),
      summariseHandoff: port(handoffJob, model),
      summariseWrapUp: port(wrapUpJob, model),
    }),
  };
};

/** Turns pieces of a JSON answer into pieces of its reply, placeholders restored. */
const deltas = (
  field: string,
  redactor: Redactor,
  onDelta: (text: string) => void,
): ((content: string) => void) => {
  const reader = createFieldReader(field);
  const restorer = redactor.restorer();
  return (content) => {
    const text = reader.push(content);
    const shown = text === '' ? '' : restorer.push(text);
    if (shown !== '') onDelta(shown);
  };
};
