import type { CuePayload } from './cue';

const share = (value: number): string => `${Math.round(value * 100)} %`;
const many = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** What a cue comes to, in one line for whoever does not see the console. It quotes nobody. */
export const summariseCue = (payload: CuePayload): string => {
  switch (payload.kind) {
    case 'triage': {
      const { intent, urgency, sentiment } = payload.triage;
      return `${intent.title}, urgency ${urgency.level}, ${sentiment.label}`;
    }
    case 'passages': {
      const { passages, incidents, confidence } = payload.retrieval;
      return `${many(passages.length, 'passage')}, ${many(incidents.length, 'incident')}, confidence ${share(confidence)}`;
    }
    case 'escalation': {
      const { decision } = payload.escalation;
      return decision.escalate ? `Hand over to ${decision.queue}, ${decision.kind}` : 'No need to hand over';
    }
    case 'resolution': {
      const { resolution } = payload;
      const done = resolution.steps.filter((step) => step.done !== null).length;
      return `${resolution.outcome}, ${done} of ${many(resolution.steps.length, 'step')} done`;
    }
    case 'handoff':
      return `Packet of ${many(payload.packet.words, 'word')}, ${share(payload.packet.completeness.score)} complete`;
  }
};
