import type { Retrieval } from '../domain/knowledge';
import type { Resolution } from '../domain/resolution';
import type { Triage } from '../domain/triage';
import type { PipelineEvent } from './events';
import { placeTicks } from './facts/place-ticks';
import { situationOf } from './facts/situation';
import { tickByActions } from './facts/tick-by-actions';
import { mergeEvents } from './merge-events';
import type { PipelineInput, Ports } from './ports';
import { runStep } from './step';
import { recordOf } from './steps/pack-handoff/record-of';
import { packHandoff } from './steps/pack-handoff/step';
import { trackProgress } from './steps/track-progress/step';

/** What the last run of this conversation found; a rep's turn changes what was done, not what it is about. */
export interface Standing {
  triage: Triage;
  retrieval: Retrieval;
  resolution: Resolution;
}

/** After a rep's turn: ticks the steps it shows done and keeps the packet current. Nothing is suggested until the customer writes. */
export const runTracking = (
  input: PipelineInput,
  standing: Standing,
  ports: Ports,
  signal: AbortSignal,
): AsyncGenerator<PipelineEvent> =>
  mergeEvents(async (emit) => {
    const { triage, retrieval, resolution } = standing;
    const { account } = input;
    const { utterances, facts } = situationOf(input, triage, retrieval);
    const tracked = await runStep(
      trackProgress,
      { utterances, steps: resolution.steps, byHand: input.overrides.steps },
      ports,
      { signal },
    );
    const shown = placeTicks(tracked.value.steps, input.recorded.ticks, input.turns);
    const steps = tickByActions(shown, input.recorded.actions, input.turns, input.overrides.steps);
    const packed = await runStep(
      packHandoff,
      { utterances, triage, retrieval, account, facts, steps, ...recordOf(input, steps) },
      ports,
      { signal },
    );
    emit({
      type: 'cue',
      payload: { kind: 'resolution', resolution: { ...resolution, steps }, guard: null },
      use: tracked.use,
    });
    emit({ type: 'cue', payload: { kind: 'handoff', packet: packed.value }, use: packed.use });
    emit({ type: 'done', outcome: 'tracked', triage, retrieval });
  });
