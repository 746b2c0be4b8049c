import { seededRandom } from '@/lib/core/random';
import type { SeedAccount } from './account';

type Service = SeedAccount['services'][number];
type Device = SeedAccount['devices'][number];
type Line = SeedAccount['lines'][number];

/** Download speed of fiber plans in Mbit/s, as in policies/pricing.yaml. */
const MBPS: Readonly<Record<string, number>> = {
  'Fiber 300': 300,
  'Fiber 500': 500,
  'Fiber 1 Gig': 1000,
  'Fiber 2 Gig': 2000,
};

/** A source of numbers of an account's own, so that what is measured takes nothing from the one that makes up accounts. */
const ownRandom = (accountNumber: string): (() => number) =>
  seededRandom(Number(accountNumber.replace(/\D/g, '')));

const between = (from: number, to: number, random: () => number): number => from + random() * (to - from);
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** How much of its plan a home uses in its busiest minute: most fit, a fifth fills the plan, a fifth would do with a smaller one. */
const busiest = (random: () => number): number => {
  const kind = random();
  if (kind < 0.2) return between(0.05, 0.2, random);
  if (kind < 0.8) return between(0.35, 0.75, random);
  return between(0.93, 1, random);
};

/** What a service used in the last 30 days: data in GB, and for fiber its busiest minute in Mbit/s. */
const usageOf = ({ kind, plan }: Service, random: () => number): Pick<Service, 'usageGb' | 'peakMbps'> => {
  const mbps = MBPS[plan];
  if (mbps !== undefined) {
    const share = busiest(random);
    return {
      usageGb: Math.round(60 + 900 * share * between(0.7, 1.3, random)),
      peakMbps: Math.round(mbps * share),
    };
  }
  if (kind !== 'mobile') return {};
  // A fifth of those without a limit would do with 5 GB, and a quarter of those with one use it up.
  const high = random();
  if (plan === 'Mobile Unlimited')
    return { usageGb: Math.round(high < 0.2 ? between(1, 4, random) : between(8, 45, random)) };
  return { usageGb: Math.round(high < 0.75 ? between(1, 4, random) : 5) };
};

/** What a line measures, by its optical terminal; a gateway that is known to have its own trouble says nothing of the line. */
const measure = (
  devices: readonly Device[],
  random: () => number,
): Pick<Line, 'receivedDbm' | 'lossPercent' | 'latencyMs'> => {
  const gateway = devices.find(({ model }) => model.endsWith('gateway'));
  const terminal = devices.find(({ model }) => model.endsWith('terminal')) ?? gateway;
  if (terminal?.status === 'offline') return { receivedDbm: null, lossPercent: 100, latencyMs: 0 };
  const weak =
    terminal?.status === 'degraded' || (gateway?.status === 'degraded' && gateway.model !== 'LF-200 gateway');
  return weak
    ? {
        receivedDbm: rounded(between(-30.5, -27.5, random)),
        lossPercent: rounded(between(3, 12, random)),
        latencyMs: rounded(between(35, 90, random)),
      }
    : {
        receivedDbm: rounded(between(-24, -14, random)),
        lossPercent: rounded(between(0, 0.2, random)),
        latencyMs: rounded(between(4, 12, random)),
      };
};

/** The services with what they used, and a line for each that is fiber. */
export const networkOf = (
  accountNumber: string,
  services: readonly Service[],
  devices: readonly Device[],
  now: Date,
): Pick<SeedAccount, 'services' | 'lines'> => {
  const random = ownRandom(accountNumber);
  return {
    services: services.map((service) => ({ ...service, ...usageOf(service, random) })),
    lines: services
      .filter(({ kind }) => kind === 'fiber')
      .map(({ id }) => ({ serviceId: id, measuredAt: now, ...measure(devices, random) })),
  };
};
