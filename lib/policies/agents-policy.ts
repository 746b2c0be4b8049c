import { z } from 'zod';

const role = z.strictObject({
  /** Which engine goes first; `openai` counts only when an endpoint is configured, and the local engine always stands behind it. */
  engine: z.enum(['local', 'openai']),
  model: z.string().nullable(),
  fallback_models: z.array(z.string()).max(3).default([]),
  prompt: z.string(),
  timeout_ms: z.int().positive().max(60_000),
  max_tokens: z.int().positive().max(8_000),
  temperature: z.number().min(0).max(2),
});

/** `policies/agents.yaml`: who does what, in how long, for how much. */
export const agentsPolicySchema = z.strictObject({
  roles: z.strictObject({ triage: role, resolution: role, handoff: role, 'wrap-up': role }),
  breaker: z.strictObject({
    consecutive_failures: z.int().positive(),
    half_open_after_ms: z.int().positive(),
  }),
  /** At 100 % of either, the local engine takes over until the day (UTC) is over. In US dollars. */
  budget: z.strictObject({
    organisation_per_day: z.number().positive(),
    user_per_day: z.number().positive(),
  }),
  /** Below these, the rep sees no answer but what is missing; secondary intents need theirs to count. */
  thresholds: z.strictObject({ intent: z.number(), secondary_intent: z.number(), resolution: z.number() }),
});
export type AgentsPolicy = z.infer<typeof agentsPolicySchema>;
export type AgentRole = keyof AgentsPolicy['roles'];
