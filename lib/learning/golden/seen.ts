import type { PipelineEvent } from '@/lib/assist/events';
import { runPipeline } from '@/lib/assist/pipeline';
import type { PipelineInput, Ports } from '@/lib/assist/ports';
import type { CueKind, CuePayload } from '@/lib/domain/cue';

type Payload<Kind extends CueKind> = Extract<CuePayload, { kind: Kind }>;

/** What a rep sees after one customer's message. */
export interface Seen {
  triage: Payload<'triage'>['triage'];
  retrieval: Payload<'passages'>['retrieval'];
  escalation: Payload<'escalation'>['escalation'];
  resolution: Payload<'resolution'>['resolution'];
  guard: Payload<'resolution'>['guard'];
  packet: Payload<'handoff'>['packet'];
  /** What the customer would read if the rep sent it as it is; null when nothing may be sent. */
  reply: string | null;
}

const payloadsOf = async (events: AsyncGenerator<PipelineEvent>): Promise<CuePayload[]> => {
  const payloads: CuePayload[] = [];
  for await (const event of events) if (event.type === 'cue') payloads.push(event.payload);
  return payloads;
};

/** Runs the whole pipeline and collects its cues. */
export const seenOf = async (input: PipelineInput, ports: Ports, signal: AbortSignal): Promise<Seen> => {
  return seenIn(await payloadsOf(runPipeline(input, ports, signal)));
};

/** The cues of one run by what they are. Throws when one is not there. */
export const seenIn = (payloads: readonly CuePayload[]): Seen => {
  const cue = <Kind extends CueKind>(kind: Kind): Payload<Kind> => {
    const found = payloads.find((payload): payload is Payload<Kind> => payload.kind === kind);
    if (!found) throw new Error(`the pipeline gave no ${kind} cue`);
    return found;
  };
  const { resolution, guard } = cue('resolution');
  return {
    triage: cue('triage').triage,
    retrieval: cue('passages').retrieval,
    escalation: cue('escalation').escalation,
    resolution,
    guard,
    packet: cue('handoff').packet,
    reply: guard ? guard.text : null,
  };
};
