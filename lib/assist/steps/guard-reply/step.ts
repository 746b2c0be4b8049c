import { z } from 'zod';
import { utteranceSchema } from '../../../domain/conversation';
import { accountFactSchema } from '../../../domain/customer';
import { guardVerdictSchema } from '../../../domain/guard';
import { incidentHitSchema, passageSchema } from '../../../domain/knowledge';
import { citationSchema, playbookStepSchema } from '../../../domain/resolution';
import { RULES } from '../../../domain/run';
import { triageSchema } from '../../../domain/triage';
import { guard } from '../../../rules/guard';
import { groundingOf } from '../../facts/grounding';
import type { Step } from '../../step';

export const guardInputSchema = z.object({
  reply: z.string(),
  triage: triageSchema,
  passages: z.array(passageSchema),
  incidents: z.array(incidentHitSchema),
  facts: z.array(accountFactSchema),
  utterances: z.array(utteranceSchema),
  steps: z.array(playbookStepSchema),
  citations: z.array(citationSchema),
});

/** What of a drafted reply may go out. Rules alone: no model is asked. */
export const guardReply: Step<typeof guardInputSchema, typeof guardVerdictSchema> = {
  id: 'guard',
  input: guardInputSchema,
  output: guardVerdictSchema,
  async run({ reply, triage, passages, incidents, facts, utterances, steps, citations }, ports) {
    const value = guard(ports.policies.guardrails, {
      text: reply,
      grounding: groundingOf({ passages, incidents, facts, utterances, steps }),
      flags: triage.flags.map((raised) => raised.flag),
      sentimentScore: triage.sentiment.score,
      language: triage.language,
      citedInternal: citations.some(
        (citation) => citation.of === 'article' && citation.audience === 'internal',
      ),
    });
    return { value, use: RULES };
  },
};
