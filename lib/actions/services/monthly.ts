import { toMinor } from '../../core/money';
import type { ServiceKind } from '../../domain/customer';
import type { PricingPolicy } from '../../policies/compile-pricing';
import type { MonthlyLine } from './proration';

export interface Subscribed {
  kind: ServiceKind;
  plan: string;
  price: { minor: number };
}

/** What services come to each month, line by line: their prices, and what they save together. Equipment and AutoPay stand apart. */
export const monthlyLines = (
  services: readonly Subscribed[],
  bundles: PricingPolicy['bundles'],
): MonthlyLine[] => [
  ...services.map(({ plan, price }) => ({ label: plan, amount: price.minor })),
  ...bundles
    .filter(({ kinds }) => kinds.every((kind) => services.some((service) => service.kind === kind)))
    .map(({ label, off }) => ({ label, amount: -toMinor(off) })),
];
