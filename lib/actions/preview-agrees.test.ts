import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY } from '@/lib/core/clock';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/db/testing';
import type { Effect } from '@/lib/domain/action';
import type { TargetFacts } from '@/lib/policies/facts';
import { makeTechnician } from '@/prisma/seed/builders/technician';
import { say, sayBill } from './amount';
import { NEXT_BILL } from './billing/next-bill';
import { saySlot } from './scheduling/local-time';
import { accounts, asked, openDrawn } from './testing/drawn-accounts';
import { type HouseCustomer, NOW, PRICING } from './testing/house-customer';
import type { WritingTool } from './tool';

const { prisma } = await testDatabase();
for (let i = 0; i < 4; i++) await makeTechnician(prisma);

/** What tools.yaml asks of the thing itself: the tools count on it. */
const STATUS: Readonly<Record<string, readonly string[]>> = {
  'move-visit': ['booked'],
  'cancel-visit': ['booked'],
  'waive-trip-fee': ['booked', 'done'],
  'change-plan': ['active'],
  'restart-service': ['suspended', 'paused'],
};
const isAllowed = ({ id }: WritingTool, { status }: TargetFacts): boolean =>
  STATUS[id]?.includes(status ?? '') ?? true;

const FEES = new Set(['Late change fee', 'Early-end fee', 'Restore fee']);

const onBill = (who: HouseCustomer, key: string) => who.ask(({ billing }) => billing.linesTotal(who.id, key));
const nextBill = async (who: HouseCustomer) =>
  sayBill((await who.ask(({ billing }) => billing.standing(who.id, PRICING))).nextBill);

/** What the tables have for a change of an effect, by what the change is called; undefined for one that is no figure. */
const stored = async (
  who: HouseCustomer,
  what: string,
  key: string,
  number: string | null,
): Promise<string | undefined> => {
  const visit =
    number === null ? null : await who.ask(({ scheduling }) => scheduling.findVisit(who.id, number));
  if (what === NEXT_BILL) return nextBill(who);
  if (what.startsWith('Once, for ') || FEES.has(what)) return say(await onBill(who, key));
  if (what === 'Visit') return visit?.status === 'booked' ? saySlot(visit) : visit?.status;
  if (what.startsWith('Trip fee of ')) return visit === null ? undefined : say(visit.tripFee);
  if (what === 'To pay') return say((visit?.tripFee ?? 0) + (await onBill(who, key)));
  return undefined;
};

/** What was given away by the rows that an action left, in cents; null where it is no row of its own. */
const givenBy = async (key: string): Promise<number | null> => {
  const [credit, coupon, payment] = await Promise.all([
    prisma.credit.findUnique({ where: { actionId: key } }),
    prisma.coupon.findUnique({ where: { actionId: key } }),
    prisma.payment.findUnique({ where: { actionId: key } }),
  ]);
  if (credit) return credit.amountMinor * credit.months;
  if (payment) return -payment.amountMinor;
  return coupon?.amountMinor ?? null;
};

const holds = async (
  who: HouseCustomer,
  effect: Effect,
  key: string,
  number: string | null,
): Promise<number> => {
  let figures = 0;
  for (const { what, after } of effect.changes) {
    const there = await stored(who, what, key, number);
    if (there === undefined) continue;
    figures += 1;
    expect({ what, after }).toEqual({ what, after: there });
  }
  const given = await givenBy(key);
  if (given !== null) expect(given).toBe(effect.amount.minor);
  return figures + (given === null ? 0 : 1);
};

it('what a preview says is what the tables have afterwards, and taking it back at once leaves the bill as it was', async () => {
  const checked = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      accounts,
      fc.array(asked(fc.nat(20)), { minLength: 1, maxLength: 4 }),
      async (about, tries) => {
        const who = await openDrawn(prisma, about);
        for (const { tool, params, days } of tries) {
          const now = new Date(NOW.getTime() + days * DAY);
          const given = params(await who.account());
          const looked = await who.look(tool, given, now);
          if (looked.is === 'impossible' || !isAllowed(tool, looked.facts)) continue;
          const key = newId('act');
          const before = await nextBill(who);
          const ran = await who.run(tool, given, key, now);
          if (ran.is === 'impossible') continue;
          const figures = await holds(who, looked.effect, key, ran.outcome.reference);
          checked.set(tool.id, (checked.get(tool.id) ?? 0) + figures);
          if (tool.reversal === null || ran.outcome.undo === null) continue;
          const undo = await who.undoing(tool, ran);
          const back = await undo.look(now);
          if (back.is === 'impossible' || (await undo.run(now)).is === 'impossible') continue;
          expect({ tool: tool.id, bill: await nextBill(who) }).toEqual({ tool: tool.id, bill: before });
        }
      },
    ),
    { numRuns: 60 },
  );
  for (const tool of ['apply-credit', 'refund-charge', 'change-plan', 'book-visit', 'issue-coupon'])
    expect(checked.get(tool) ?? 0, tool).toBeGreaterThan(0);
}, 120_000);
