import { z } from 'zod';
import { toMinor } from '../core/money';
import { writeToolSchema } from '../domain/tool';
import { TOOL_FACTS, type ToolFacts } from '../policies/facts';
import { zodOfFacts } from '../policies/facts-schema';
import { authorityHolderSchema } from '../policies/tools-policy';
import { authoriseAction } from './authorise-action';
import { caseKind, idList } from './case-kind';

const given = z.strictObject({ amount: z.number().default(0), times: z.int().default(0) }).prefault({});

const caseSchema = z.strictObject({
  name: z.string().min(1),
  tool: writeToolSchema,
  as: authorityHolderSchema,
  /** What it gives away, in dollars. */
  amount: z.number().default(0),
  /** What was given before, in dollars and times. */
  customer: given,
  actor: given,
  facts: zodOfFacts(TOOL_FACTS),
  expect: z.strictObject({
    outcome: z.enum(['allowed', 'second', 'refused']),
    /** Exactly the clauses that do not hold, in any order. */
    failing: z.array(z.string()).default([]),
  }),
});

/** What holds in every case unless it says otherwise: an open account and a conversation without a flag. */
const ORDINARY: ToolFacts = {
  customer: { account_open: true },
  triage: {
    flags: {
      legal: false,
      regulator: false,
      safety: false,
      security: false,
      vulnerability: false,
      cancel: false,
      injection: false,
    },
  },
};

const merged = (facts: ToolFacts): ToolFacts => ({
  ...facts,
  customer: { ...ORDINARY.customer, ...facts.customer },
  triage: { flags: { ...ORDINARY.triage?.flags, ...facts.triage?.flags } },
});

/** `tools.cases.yaml`: who asks for what, and the decision they must get. */
export const toolCases = caseKind(
  z.array(caseSchema),
  (policies, { name, tool, as, amount, customer, actor, facts, expect }) => {
    const cents = ({ amount: dollars, times }: { amount: number; times: number }) => ({
      amount: toMinor(dollars),
      times,
    });
    const decision = authoriseAction(policies.tools[tool], {
      holder: as,
      amount: toMinor(amount),
      usage: { customer: cents(customer), actor: cents(actor) },
      facts: merged(facts as ToolFacts),
    });
    const failing = decision.clauses.filter(({ is }) => is !== 'true').map(({ id }) => id);
    const expected = `${expect.outcome} ${idList(expect.failing)}`;
    const got = `${decision.outcome} ${idList(failing)}`;
    return expected === got ? undefined : { name, expected, got };
  },
);
