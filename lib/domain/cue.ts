import { z } from 'zod';
import { escalationDecisionSchema } from './escalation';
import { guardVerdictSchema } from './guard';
import { handoffPacketSchema } from './handoff';
import { retrievalSchema } from './knowledge';
import { resolutionSchema } from './resolution';
import { triageSchema } from './triage';

/** What a rep sees, one payload per kind. */
export const cuePayloadSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('triage'), triage: triageSchema }),
  z.object({ kind: z.literal('passages'), retrieval: retrievalSchema }),
  z.object({ kind: z.literal('escalation'), escalation: escalationDecisionSchema }),
  z.object({
    kind: z.literal('resolution'),
    resolution: resolutionSchema,
    guard: guardVerdictSchema.nullable(),
  }),
  z.object({ kind: z.literal('handoff'), packet: handoffPacketSchema }),
]);
export type CuePayload = z.infer<typeof cuePayloadSchema>;
export type CueKind = CuePayload['kind'];

/** withdrawn: someone replied or the customer wrote again, so it may no longer be inserted. */
export const cueStateSchema = z.enum(['live', 'withdrawn']);

export const cueSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  runId: z.string(),
  state: cueStateSchema,
  /** What answered, in small print: the engine, and hops when something failed on the way. */
  engine: z.string(),
  degraded: z.string().nullable(),
  at: z.iso.datetime(),
  payload: cuePayloadSchema,
});
export type Cue = z.infer<typeof cueSchema>;

/** The honest funnel: what happened to a cue, in order. */
export const cueEventKindSchema = z.enum([
  'shown',
  'seen',
  'inserted',
  'edited',
  'sent',
  'dismissed',
  'undone',
]);
export type CueEventKind = z.infer<typeof cueEventKindSchema>;

/** What the first cue of a kind says; undefined where there is none. */
export const payloadOf = <Kind extends CueKind>(
  cues: readonly { payload: CuePayload }[],
  kind: Kind,
): Extract<CuePayload, { kind: Kind }> | undefined =>
  cues
    .map((cue) => cue.payload)
    .find((payload): payload is Extract<CuePayload, { kind: Kind }> => payload.kind === kind);
