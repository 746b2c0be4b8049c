import { describe, expect, it } from 'vitest';
import { HOUR } from '@/lib/core/clock';
import { usd } from '@/lib/core/money';
import type { Account, ServiceKind } from '@/lib/domain/customer';
import type { Incident } from '@/lib/domain/incident';
import { type IncidentContext, incidentsFor } from './incidents';

const now = new Date('2026-11-20T12:00:00Z');
const hours = (from: number): string => new Date(now.getTime() + from * HOUR).toISOString();

const account = (area: string | null, services: ServiceKind[], models: string[] = []): Account => ({
  customer: {
    id: 'cus_1',
    accountNumber: 'LK-204518',
    name: 'Maya Ortiz',
    tier: 'gold',
    area,
    zip: null,
    language: 'en',
    vulnerable: false,
    autopay: false,
    since: null,
    priceLockUntil: null,
    offersAllowed: true,
    email: null,
    phone: null,
    notes: [],
  },
  services: services.map((kind, n) => ({
    id: `srv_${n}`,
    kind,
    plan: kind,
    price: usd(1000),
    since: '2025-01-01',
    status: 'active',
    endsOn: null,
    usageGb: null,
    peakMbps: null,
  })),
  devices: models.map((model, n) => ({ id: `dev_${n}`, model, installed: '2025-01-01', status: 'online' })),
  invoices: [],
  payments: [],
  orders: [],
  visits: [],
  credits: [],
  memory: [],
  history: [],
});

const outage: Incident = {
  number: 'OUT-4417',
  kind: 'outage',
  area: 'Fenwick',
  affects: ['fiber', 'tv'],
  devices: [],
  title: 'Fiber cut on Mill Road',
  cause: 'a fiber cable cut by road works',
  workaround: null,
  startedAt: hours(-3),
  restoreAt: hours(2),
};
const boxIssue: Incident = {
  number: 'KI-31',
  kind: 'known-issue',
  area: null,
  affects: ['tv'],
  devices: ['LT-4 TV box'],
  title: 'LT-4 freezes on live channels after standby',
  cause: 'the picture decoder runs out of memory',
  workaround: 'Turn off quick start.',
  startedAt: hours(-200),
  restoreAt: null,
};
const appIssue: Incident = {
  number: 'KI-38',
  kind: 'known-issue',
  area: null,
  affects: ['fiber', 'tv'],
  devices: [],
  title: 'Blank bill page in the My Larkspur app',
  cause: 'the app keeps an expired sign-in',
  workaround: 'Sign out and in.',
  startedAt: hours(-72),
  restoreAt: hours(48),
};

const asked = (
  text: string,
  intentCategory: IncidentContext['intentCategory'] = 'technical',
): IncidentContext => ({ text, intentCategory, now });
const numbers = (
  who: Account,
  context: IncidentContext,
  incidents = [outage, boxIssue, appIssue],
): string[] => incidentsFor(who, incidents, context).map(({ number }) => number);

describe('incidentsFor', () => {
  it('finds the outage of the area and service, and says why', () => {
    const [hit] = incidentsFor(account('Fenwick', ['fiber', 'mobile']), [outage], asked('no internet'));
    expect(hit?.because).toBe('The customer is in Fenwick and has fiber, which this outage takes down.');
    expect(hit?.restoreAt).toBe(outage.restoreAt);
  });

  it('leaves out other areas and services', () => {
    expect(numbers(account('Marlow Bay', ['fiber']), asked('no internet'))).toEqual([]);
    expect(numbers(account('Fenwick', ['mobile']), asked('no internet'))).toEqual([]);
  });

  it('shows an outage whatever the contact is about', () => {
    expect(numbers(account('Fenwick', ['tv']), asked('my bill is too high', 'billing'))).toEqual([
      'OUT-4417',
    ]);
  });

  it('listens for the name of the area when the account has none', () => {
    expect(numbers(account(null, ['fiber']), asked('is fenwick down?'))).toEqual(['OUT-4417']);
    expect(numbers(account(null, ['fiber']), asked('is it down?'))).toEqual([]);
  });

  it('finds a known issue by a device the customer owns', () => {
    const who = account('Alder Falls', ['tv'], ['LT-4 TV box']);
    expect(incidentsFor(who, [boxIssue], asked('my tv is frozen'))[0]?.because).toContain('LT-4 TV box');
    expect(numbers(who, asked('why is there a fee', 'billing'))).toEqual([]);
    expect(numbers(account('Alder Falls', ['tv']), asked('my tv is frozen'))).toEqual([]);
  });

  it('finds a known issue without devices only by what the customer describes', () => {
    const who = account('Alder Falls', ['fiber']);
    expect(numbers(who, asked('the bill page in the app is blank'))).toEqual(['KI-38']);
    expect(numbers(who, asked('my wifi is slow'))).toEqual([]);
  });

  it('takes the name of a thing for no description of its fault', () => {
    const who = account('Alder Falls', ['fiber', 'tv']);
    expect(numbers(who, asked('my bill went up, I saw it in the app', 'billing'))).toEqual([]);
    expect(numbers(who, asked('I opened the app and my bill page is blank', 'billing'))).toEqual(['KI-38']);
  });

  it('leaves out an issue of another area, whatever the customer owns', () => {
    const local = { ...boxIssue, area: 'Fenwick' };
    expect(numbers(account('Alder Falls', ['tv'], ['LT-4 TV box']), asked('tv is frozen'), [local])).toEqual(
      [],
    );
    expect(numbers(account('fenwick', ['tv'], ['lt-4 tv box']), asked('tv is frozen'), [local])).toEqual([
      'KI-31',
    ]);
  });

  it('leaves out what is long over or has not begun', () => {
    const who = account('Fenwick', ['fiber']);
    expect(numbers(who, asked(''), [{ ...outage, restoreAt: hours(-41) }])).toEqual([]);
    expect(numbers(who, asked(''), [{ ...outage, startedAt: hours(1) }])).toEqual([]);
    expect(numbers(who, asked(''), [{ ...outage, restoreAt: hours(-1) }])).toEqual(['OUT-4417']);
  });

  it('puts the surest first', () => {
    expect(numbers(account('Fenwick', ['fiber', 'tv'], ['LT-4 TV box']), asked('hello'))).toEqual([
      'OUT-4417',
      'KI-31',
    ]);
  });
});
