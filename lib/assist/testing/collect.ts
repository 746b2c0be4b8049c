import type { CuePayload } from '@/lib/domain/cue';
import type { PipelineEvent } from '../events';
import { runPipeline } from '../pipeline';
import type { PipelineInput, Ports } from '../ports';

/** A signal that nobody aborts. */
export const NEVER = new AbortController().signal;

/** Everything a run says. */
export const collect = async (
  input: PipelineInput,
  ports: Ports,
  signal = NEVER,
): Promise<PipelineEvent[]> => {
  const events: PipelineEvent[] = [];
  for await (const event of runPipeline(input, ports, signal)) events.push(event);
  return events;
};

/** The cue of a kind; throws without one. */
export const cueIn = <Kind extends CuePayload['kind']>(events: PipelineEvent[], kind: Kind) => {
  for (const event of events)
    if (event.type === 'cue' && event.payload.kind === kind)
      return event.payload as Extract<CuePayload, { kind: Kind }>;
  throw new Error(`no ${kind} cue`);
};
