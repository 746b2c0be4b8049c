import type { ServiceKind } from '@/lib/domain/customer';

/** What Larkspur sells and where (docs/larkspur.md), in minor units of US dollars. */
export const AREAS = [
  'Alder Falls',
  'Marlow Bay',
  'Fenwick',
  'Stonebridge Heights',
  'Cedar Hollow',
  'Port Ellery',
] as const;
export type Area = (typeof AREAS)[number];

/** The ZIP code of each area, as in policies/pricing.yaml. */
export const ZIP: Record<Area, string> = {
  'Alder Falls': '00411',
  'Marlow Bay': '00412',
  Fenwick: '00421',
  'Stonebridge Heights': '00422',
  'Cedar Hollow': '00431',
  'Port Ellery': '00432',
};

/** Trip fee by the zone of the area: A 59, B 79, C 99. */
export const TRIP_FEE: Record<Area, number> = {
  'Alder Falls': 5900,
  'Marlow Bay': 5900,
  Fenwick: 7900,
  'Stonebridge Heights': 7900,
  'Cedar Hollow': 9900,
  'Port Ellery': 9900,
};

export const PLANS = {
  'Fiber 300': { kind: 'fiber', priceMinor: 4500 },
  'Fiber 500': { kind: 'fiber', priceMinor: 6000 },
  'Fiber 1 Gig': { kind: 'fiber', priceMinor: 8000 },
  'Fiber 2 Gig': { kind: 'fiber', priceMinor: 11000 },
  'TV Essentials': { kind: 'tv', priceMinor: 3500 },
  'TV Plus': { kind: 'tv', priceMinor: 6000 },
  'Sports add-on': { kind: 'tv', priceMinor: 1200 },
  'Mobile Lite': { kind: 'mobile', priceMinor: 2000 },
  'Mobile Unlimited': { kind: 'mobile', priceMinor: 3500 },
  'Home Care': { kind: 'home', priceMinor: 1800 },
} as const satisfies Record<string, { kind: ServiceKind; priceMinor: number }>;
export type Plan = keyof typeof PLANS;
export const PLAN_NAMES = Object.keys(PLANS) as [Plan, ...Plan[]];

export const DEVICES = [
  'LF-200 gateway',
  'LF-400 gateway',
  'LF-600 gateway',
  'LM-10 mesh point',
  'LT-4 TV box',
  'ON-1 optical terminal',
] as const;
export type DeviceModel = (typeof DEVICES)[number];

export const WINDOWS = ['8-10', '10-12', '12-2', '2-4', '4-6'] as const;

export const FEES = {
  meshPoint: 500,
  furtherTvBox: 700,
  late: 800,
  installation: 9900,
  express: 1200,
} as const;

export const DISCOUNTS = { fiberAndTv: -1000, fiberAndMobile: -500, autopay: -500 } as const;

/** Days from a bill's issue to its due date, and from there to the late fee. */
export const DUE_DAYS = 21;
export const LATE_FEE_DAYS = 10;
