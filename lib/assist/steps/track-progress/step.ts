import { z } from 'zod';
import { utteranceSchema } from '../../../domain/conversation';
import { playbookStepSchema } from '../../../domain/resolution';
import { RULES } from '../../../domain/run';
import { tickSteps } from '../../facts/tick-steps';
import type { Step } from '../../step';

export const trackInputSchema = z.object({
  utterances: z.array(utteranceSchema),
  steps: z.array(playbookStepSchema),
  byHand: z.record(z.string(), z.boolean()),
});
export const trackOutputSchema = z.object({ steps: z.array(playbookStepSchema) });

/** Which playbook steps the conversation shows done. */
export const trackProgress: Step<typeof trackInputSchema, typeof trackOutputSchema> = {
  id: 'track',
  input: trackInputSchema,
  output: trackOutputSchema,
  async run({ utterances, steps, byHand }) {
    return { value: { steps: tickSteps(steps, utterances, byHand) }, use: RULES };
  },
};
