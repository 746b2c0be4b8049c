import type { Cue, CuePayload } from '../domain/cue';
import type { RunState } from '../domain/run';

export interface Cues {
  cues: Cue[];
  run: { id: string; state: RunState } | null;
}

/** Run ids are time-ordered, so an event of an earlier run that arrives late is known by its id. */
const isOlder = (runId: string, cues: Cues): boolean => cues.run !== null && runId < cues.run.id;

/** The cues a run stored take the place of those of their kinds. A run stores them as its last act, so it is done. */
export const storeCues = (held: Cues, runId: string, stored: readonly Cue[]): Cues => {
  if (isOlder(runId, held)) return held;
  const kinds = new Set(stored.map((cue) => cue.payload.kind));
  return {
    run: { id: runId, state: 'done' },
    cues: [...held.cues.filter((cue) => !kinds.has(cue.payload.kind)), ...stored],
  };
};

export const changeRun = (held: Cues, runId: string, state: RunState): Cues =>
  isOlder(runId, held) ? held : { ...held, run: { id: runId, state } };

/** The suggestion may no longer go out; the other cues still say what they say. */
export const withdrawReply = (held: Cues): Cues => ({
  ...held,
  cues: held.cues.map((cue) => (cue.payload.kind === 'resolution' ? { ...cue, state: 'withdrawn' } : cue)),
});

/** Ticks a playbook step, or takes the tick back, before the server has said so. */
export const tickStep = (held: Cues, cueId: string, stepId: string, done: boolean): Cues => ({
  ...held,
  cues: held.cues.map((cue) => {
    if (cue.id !== cueId || cue.payload.kind !== 'resolution') return cue;
    const steps = cue.payload.resolution.steps.map((step) =>
      step.id === stepId ? { ...step, done: done ? { turnId: '', because: 'Ticked by hand' } : null } : step,
    );
    return { ...cue, payload: { ...cue.payload, resolution: { ...cue.payload.resolution, steps } } };
  }),
});

export type CueOf<K extends CuePayload['kind']> = Omit<Cue, 'payload'> & {
  payload: Extract<CuePayload, { kind: K }>;
};

/** The current cue of a kind. */
export const cueOf = <K extends CuePayload['kind']>(cues: readonly Cue[], kind: K): CueOf<K> | null =>
  (cues.find((cue) => cue.payload.kind === kind) as CueOf<K> | undefined) ?? null;

export const isThinking = (run: Cues['run']): boolean => run?.state === 'queued' || run?.state === 'running';
