import { z } from 'zod';
import { toMinor } from '../core/money';
import { VISIT_FACTS } from '../policies/facts';
import { zodOfFacts } from '../policies/facts-schema';
import { caseKind, idList } from './case-kind';
import { priceVisit } from './price-visit';

const caseSchema = z.strictObject({
  name: z.string().min(1),
  facts: zodOfFacts(VISIT_FACTS),
  expect: z.strictObject({
    /** In dollars. */
    total: z.number().nonnegative(),
    trip_fee: z.number().nonnegative().optional(),
    /** Exactly the lines of the quote, in any order. */
    lines: z.array(z.string()).optional(),
  }),
});

const described = (
  total: number,
  tripFee: number | undefined,
  lines: readonly string[] | undefined,
): string =>
  [
    `total ${(total / 100).toFixed(2)}`,
    ...(tripFee === undefined ? [] : [`trip fee ${(tripFee / 100).toFixed(2)}`]),
    ...(lines === undefined ? [] : [idList(lines)]),
  ].join(', ');

/** `pricing.cases.yaml`: a visit, and what it must cost. */
export const pricingCases = caseKind(z.array(caseSchema), (policies, { name, facts, expect }) => {
  const quote = priceVisit(policies.pricing, facts);
  const expected = described(
    toMinor(expect.total),
    expect.trip_fee === undefined ? undefined : toMinor(expect.trip_fee),
    expect.lines,
  );
  const got = described(
    quote.total.minor,
    expect.trip_fee === undefined ? undefined : quote.tripFee.minor,
    expect.lines && quote.lines.map(({ id }) => id),
  );
  return expected === got ? undefined : { name, expected, got };
});
