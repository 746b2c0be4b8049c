import type { CuePayload } from '../domain/cue';
import type { Retrieval } from '../domain/knowledge';
import type { Resolution } from '../domain/resolution';
import type { EngineUse } from '../domain/run';
import type { Triage } from '../domain/triage';

export interface NewCuePayload {
  payload: CuePayload;
  use: EngineUse;
}

/** What a run says while it works. `done` is last. */
export type PipelineEvent =
  | ({ type: 'cue' } & NewCuePayload)
  | { type: 'delta'; text: string }
  | {
      type: 'done';
      outcome: Resolution['outcome'] | 'tracked';
      triage: Triage | null;
      retrieval: Retrieval | null;
    };
