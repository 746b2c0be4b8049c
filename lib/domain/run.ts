import { z } from 'zod';

/** queued → running → done | failed; superseded when a newer turn arrived first. */
export const runStateSchema = z.enum(['queued', 'running', 'done', 'superseded', 'failed']);
export type RunState = z.infer<typeof runStateSchema>;

export const runTriggerSchema = z.enum(['customer-turn', 'rep-turn', 'correction']);
export type RunTrigger = z.infer<typeof runTriggerSchema>;

export const STEP_IDS = ['triage', 'retrieve', 'escalate', 'resolve', 'guard', 'pack', 'track'] as const;
export const stepIdSchema = z.enum(STEP_IDS);
export type StepId = z.infer<typeof stepIdSchema>;

/** One attempt that did not answer, before the engine that did. */
export const hopSchema = z.object({ engine: z.string(), fault: z.string(), latencyMs: z.number() });
export type Hop = z.infer<typeof hopSchema>;

/** Who answered a step, at what price. Cost is in millionths of a dollar, null when the model's price is not known. */
export const engineUseSchema = z.object({
  engine: z.string(),
  hops: z.array(hopSchema),
  tokensIn: z.int().nonnegative(),
  tokensOut: z.int().nonnegative(),
  costMicros: z.int().nonnegative().nullable(),
});
export type EngineUse = z.infer<typeof engineUseSchema>;

/** What answered when only rules ran. */
export const RULES: EngineUse = { engine: 'rules', hops: [], tokensIn: 0, tokensOut: 0, costMicros: 0 };

export const stepRecordSchema = z.object({
  step: stepIdSchema,
  inputHash: z.string(),
  output: z.unknown(),
  use: engineUseSchema,
  latencyMs: z.number().nonnegative(),
  at: z.iso.datetime(),
});
export type StepRecord = z.infer<typeof stepRecordSchema>;
