import type { Systems } from '../../actions/systems';
import type { Tx } from '../../db/handle';
import { billingIn } from './billing';
import { contactsIn } from './contacts';
import { couponsIn } from './coupons';
import { withFaults } from './faults';
import { ordersIn } from './orders';
import { schedulingIn } from './scheduling';
import { servicesIn } from './services';

/** The systems of record that come with the product: its own tables. Everything a tool does happens in this one transaction, or nothing does. */
export const houseSystems = (tx: Tx): Systems => ({
  billing: withFaults('billing', billingIn(tx)),
  orders: withFaults('orders', ordersIn(tx)),
  scheduling: withFaults('scheduling', schedulingIn(tx)),
  services: withFaults('services', servicesIn(tx)),
  contacts: withFaults('contacts', contactsIn(tx)),
  coupons: withFaults('coupons', couponsIn(tx)),
});
