import type { BillingSystem } from './systems/billing';
import type { ContactsSystem } from './systems/contacts';
import type { CouponsSystem } from './systems/coupons';
import type { OrdersSystem } from './systems/orders';
import type { SchedulingSystem } from './systems/scheduling';
import type { ServicesSystem } from './systems/services';

/**
 * The systems of record that tools act on. A write is given the key of its action: the same key again does nothing and answers the same.
 * A method that cannot reach its system, or waits too long for it, throws SystemFault; what a system declines is a value.
 */
export interface Systems {
  billing: BillingSystem;
  orders: OrdersSystem;
  scheduling: SchedulingSystem;
  services: ServicesSystem;
  contacts: ContactsSystem;
  coupons: CouponsSystem;
}

/** A system of record did not answer. Whatever was asked of it may be asked again with the same key. */
export class SystemFault extends Error {
  override readonly name = 'SystemFault';
  constructor(
    readonly system: keyof Systems,
    readonly fault: 'slow' | 'unreachable',
    options?: ErrorOptions,
  ) {
    super(`${system} is ${fault}`, options);
  }
}
