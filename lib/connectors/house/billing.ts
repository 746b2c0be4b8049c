import type { BillingSystem } from '../../actions/systems/billing';
import type { Tx } from '../../db/handle';
import {
  addBillLines,
  billingStanding,
  billLinesTotal,
  endCredit,
  findCredit,
  giveCredit,
  reverseBillLines,
} from '../../db/house/billing';
import { findCharge, refundCharge } from '../../db/house/refunds';

/** Billing in our own tables. */
export const billingIn = (tx: Tx): BillingSystem => ({
  standing: (customerId, prices) => billingStanding(tx, customerId, prices),
  credit: (credit, key) => giveCredit(tx, credit, key),
  findCredit: (customerId, creditId) => findCredit(tx, customerId, creditId),
  reverseCredit: (customerId, creditId, at) => endCredit(tx, customerId, creditId, at),
  findCharge: (customerId, chargeId) => findCharge(tx, customerId, chargeId),
  refund: (refund, key) => refundCharge(tx, refund, key),
  addLines: (customerId, lines, at, key) => addBillLines(tx, customerId, lines, at, key),
  linesTotal: (customerId, key) => billLinesTotal(tx, customerId, key),
  reverseLines: (customerId, key, at) => reverseBillLines(tx, customerId, key, at),
});
