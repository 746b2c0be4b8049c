import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WRITE_TOOLS } from '@/lib/domain/tool';
import type { ToolFacts } from '@/lib/policies/facts';
import { loadPolicies } from '@/lib/policies/load';
import { authorityHolderSchema } from '@/lib/policies/tools-policy';
import { type ActionRequest, authoriseAction, authoriseReversal } from './authorise-action';

const { tools } = await loadPolicies('policies');
const HOLDERS = authorityHolderSchema.options;

const tool = fc.constantFrom(...WRITE_TOOLS);
const holder = fc.constantFrom(...HOLDERS);
const cents = fc.integer({ min: 0, max: 200_000 });
const given = fc.record({ amount: cents, times: fc.integer({ min: 0, max: 120 }) });
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(values, { nil: undefined });
const facts: fc.Arbitrary<ToolFacts> = fc.record({
  target: fc.record({
    status: maybe(fc.constantFrom('active', 'booked', 'delivered', 'suspended', 'paused', 'ended', 'placed')),
    amount: maybe(fc.double({ min: 0, max: 200, noNaN: true })),
    age_days: maybe(fc.integer({ min: 0, max: 100 })),
    hours_ahead: maybe(fc.integer({ min: -5, max: 100 })),
    checks_passed: maybe(fc.integer({ min: 0, max: 3 })),
    name_matches: maybe(fc.boolean()),
    in_stock: maybe(fc.boolean()),
  }),
  customer: fc.record({
    account_open: maybe(fc.boolean()),
    balance_overdue: maybe(fc.integer({ min: 0, max: 600 })),
  }),
  triage: fc.record({
    flags: fc.record({ security: maybe(fc.boolean()), injection: maybe(fc.boolean()) }),
  }),
});
const requests: fc.Arbitrary<ActionRequest> = fc.record({
  holder,
  amount: cents,
  usage: fc.record({ customer: given, actor: given }),
  facts,
});

describe('authority', () => {
  it('is never given while a clause is false or unknown, and names every one that is', () => {
    fc.assert(
      fc.property(tool, requests, (id, request) => {
        const decision = authoriseAction(tools[id], request);
        const failing = decision.clauses.filter(({ is }) => is !== 'true');
        expect(decision.outcome === 'refused').toBe(failing.length > 0);
        // Each of the policy's own clauses is there whatever the limits said.
        const named = new Set(decision.clauses.map((clause) => clause.id));
        for (const clause of tools[id].clauses) expect(named.has(clause.id)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never wider for a larger amount, for more given before or for a fact that is missing', () => {
    const WIDTH = { refused: 0, second: 1, allowed: 2 };
    const without = (
      { target, ...rest }: ToolFacts,
      name: keyof NonNullable<ToolFacts['target']>,
    ): ToolFacts => ({
      ...rest,
      target: { ...target, [name]: undefined },
    });
    fc.assert(
      fc.property(
        tool,
        requests,
        cents,
        fc.constantFrom('status', 'age_days', 'in_stock'),
        (id, request, more, name) => {
          const width = WIDTH[authoriseAction(tools[id], request).outcome];
          const { customer, actor } = request.usage;
          const harder: ActionRequest[] = [
            { ...request, amount: request.amount + more },
            { ...request, usage: { customer: { ...customer, amount: customer.amount + more }, actor } },
            { ...request, usage: { customer, actor: { ...actor, times: actor.times + 1 } } },
            { ...request, facts: without(request.facts, name as 'status') },
          ];
          for (const each of harder)
            expect(WIDTH[authoriseAction(tools[id], each).outcome]).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('of a system ends where it would need a person', () => {
    fc.assert(
      fc.property(tool, requests, (id, request) => {
        expect(authoriseAction(tools[id], { ...request, holder: 'service' }).outcome).not.toBe('second');
      }),
    );
  });

  it('to take something back ends with its days', () => {
    const ordinary: ToolFacts = {
      customer: { account_open: true },
      triage: { flags: { security: false, injection: false } },
    };
    const outcome = (days: number, by: (typeof HOLDERS)[number] = 'rep') =>
      authoriseReversal(tools['apply-credit'], { holder: by, facts: ordinary }, days).outcome;
    expect([outcome(0), outcome(30), outcome(31), outcome(0, 'qa')]).toEqual([
      'allowed',
      'allowed',
      'refused',
      'refused',
    ]);
    expect(authoriseReversal(tools['refund-charge'], { holder: 'lead', facts: ordinary }, 0).outcome).toBe(
      'refused',
    );
  });
});

/** What each may do with a tool, found by asking at every limit and a cent beside it rather than by reading the policy. */
const matrixRow = (id: (typeof WRITE_TOOLS)[number]): string => {
  const { title, authority, per_customer: perCustomer } = tools[id];
  const limits = [
    0,
    perCustomer?.amount ?? 0,
    ...Object.values(authority).flatMap((held) => [held.alone, held.at_most, held.per_day ?? 0]),
  ].map((dollars) => Math.round(dollars * 100));
  const amounts = [...new Set(limits.flatMap((limit) => [limit, limit + 1]))].sort((a, b) => a - b);
  const nothing = { amount: 0, times: 0 };
  const cell = (by: (typeof HOLDERS)[number]): string => {
    const most = (outcome: 'allowed' | 'second'): number | undefined =>
      amounts
        .filter((amount) => {
          const asked = { holder: by, amount, usage: { customer: nothing, actor: nothing }, facts: {} };
          const { clauses, outcome: got } = authoriseAction({ ...tools[id], clauses: [] }, asked);
          return got === outcome && clauses.every(({ is }) => is === 'true');
        })
        .at(-1);
    const [alone, together] = [most('allowed'), most('second')];
    const say = (amount: number): string => (amount === 0 ? 'yes' : `$${(amount / 100).toFixed(2)}`);
    if (alone === undefined && together === undefined) return 'no';
    const own = alone === undefined ? 'not alone' : say(alone);
    return together === undefined ? own : `${own}, ${say(together)} with a second`;
  };
  return `| ${title} | ${HOLDERS.map(cell).join(' | ')} |`;
};

describe('the matrix of tools by role and amount', () => {
  it('is the one in docs/authority.md', async () => {
    const table = [
      '# Who may do what, up to how much',
      '',
      'Asked of the rules at every limit of `policies/tools.yaml` and one cent above it, for an amount that one action gives away to a customer nobody has given anything yet. `yes` is a tool that gives no money. Written by `authorise-action.test.ts`; `npx vitest -u lib/rules/authorise-action` renews it.',
      '',
      `| tool | ${HOLDERS.join(' | ')} |`,
      `|---|${HOLDERS.map(() => '---|').join('')}`,
      ...WRITE_TOOLS.map(matrixRow),
      '',
    ].join('\n');
    await expect(table).toMatchFileSnapshot('../../docs/authority.md');
  });
});
