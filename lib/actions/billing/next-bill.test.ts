import { expect, it } from 'vitest';
import { type MonthlyParts, nextBill } from './next-bill';

const parts = (more: Partial<MonthlyParts> = {}): MonthlyParts => ({
  services: [
    { kind: 'fiber', plan: 'Fiber 500', priceMinor: 6000, status: 'active', endsOn: null },
    { kind: 'tv', plan: 'TV Plus', priceMinor: 6000, status: 'active', endsOn: null },
  ],
  bundles: [],
  charges: [],
  unbilled: 0,
  credits: 0,
  ...more,
});
const line = (label: string, amountMinor: number) => ({ label, amountMinor });

it('is the price of every service that goes on, and 10.00 for one that is paused', () => {
  expect(nextBill(parts())).toBe(12_000);
  const service = { kind: 'fiber', plan: 'Fiber 300', priceMinor: 4500, endsOn: null } as const;
  expect(
    nextBill(
      parts({
        services: [
          { ...service, status: 'active' },
          { ...service, status: 'paused' },
          { ...service, status: 'suspended' },
          { ...service, status: 'ended' },
          { ...service, status: 'active', endsOn: '2026-12-01' },
        ],
      }),
    ),
  ).toBe(4500 + 1000);
});

it('has what came back every month on the newest bill, and nothing that came once', () => {
  const monthly = [
    line('AutoPay with paperless billing', -500),
    line('LM-10 mesh point rental, next month in advance', 500),
    line('Extra TV box', 700),
    line('New customer promotion', -1500),
  ];
  const once = [
    line('Fiber 500', 6000),
    line('Fiber and TV bundle', -1000),
    line('Late fee', 800),
    line('Professional installation', 9900),
    line('LM-10 mesh point rental, first 12 days', 200),
    line('LM-10 mesh point not returned', 6000),
  ];
  expect(nextBill(parts({ charges: [...monthly, ...once] }))).toBe(12_000 - 500 + 500 + 700 - 1500);
});

it('has what services save together as they are now, not as they were on the newest bill', () => {
  const bundles: MonthlyParts['bundles'] = [
    { label: 'Fiber and TV bundle', kinds: ['fiber', 'tv'], off: 10 },
  ];
  expect(nextBill(parts({ bundles }))).toBe(11_000);
  const [fiber, tv] = parts().services;
  if (!fiber || !tv) throw new Error('two services');
  const ending = { ...tv, endsOn: '2026-12-11' };
  const charges = [line('Fiber and TV bundle', -1000)];
  expect(nextBill(parts({ bundles, charges, services: [fiber, ending] }))).toBe(6000);
});

it('has lines that wait, and credits off; it can be less than nothing', () => {
  expect(nextBill(parts({ unbilled: 2500, credits: 1200 }))).toBe(13_300);
  expect(nextBill(parts({ services: [], credits: 1200 }))).toBe(-1200);
});
