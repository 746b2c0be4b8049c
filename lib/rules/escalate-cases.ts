import { z } from 'zod';
import { escalationKindSchema } from '../domain/escalation';
import { ESCALATION_FACTS } from '../policies/facts';
import { zodOfFacts } from '../policies/facts-schema';
import { caseKind, idList } from './case-kind';
import { escalate } from './escalate';

const caseSchema = z.strictObject({
  name: z.string().min(1),
  facts: zodOfFacts(ESCALATION_FACTS),
  expect: z.strictObject({
    escalate: z.boolean(),
    kind: escalationKindSchema.optional(),
    queue: z.string().optional(),
    /** Exactly the triggers that fire, in any order. */
    triggers: z.array(z.string()).optional(),
  }),
});

/** `escalation.cases.yaml`: facts, and the decision they must give. */
export const escalationCases = caseKind(z.array(caseSchema), (policies, { name, facts, expect }) => {
  const { decision } = escalate(policies.escalation, facts);
  const fired = decision.escalate ? decision.triggers : decision.considered;
  const described = (outcome: {
    escalate: boolean;
    kind?: string | undefined;
    queue?: string | undefined;
    triggers?: string | undefined;
  }): string =>
    [
      outcome.escalate ? 'escalate' : 'stay',
      expect.kind === undefined ? '' : (outcome.kind ?? 'no kind'),
      expect.queue === undefined ? '' : (outcome.queue ?? 'no queue'),
      expect.triggers === undefined ? '' : (outcome.triggers ?? '[]'),
    ]
      .filter(Boolean)
      .join(' ');
  const expected = described({ ...expect, triggers: expect.triggers && idList(expect.triggers) });
  const got = described({
    escalate: decision.escalate,
    kind: decision.escalate ? decision.kind : undefined,
    queue: decision.escalate ? decision.queue : undefined,
    triggers: idList(fired.map(({ id }) => id)),
  });
  return expected === got ? undefined : { name, expected, got };
});
