import type { PricingPolicy } from '../../policies/compile-pricing';

/** Where an account stands, in cents. */
export interface BillingStanding {
  /** Bills that were issued and are not paid, by their state. What is disputed is not collected meanwhile. */
  due: number;
  overdue: number;
  disputed: number;
  /** Lines that stand on no bill yet: positive is owed by the customer. */
  unbilled: number;
  /** What credits take off the next bill, and off those after it. */
  creditNext: number;
  creditLater: number;
  /** due + overdue + unbilled − creditNext. Below zero the customer has money here. */
  balance: number;
  /** What the next bill comes to as things stand; below zero it is carried to the one after. */
  nextBill: number;
}

export interface NewCredit {
  customerId: string;
  kind: string;
  /** In cents, each month's. */
  amount: number;
  months: number;
  reason: string;
  at: Date;
}

export interface Credit {
  id: string;
  kind: string;
  amount: number;
  months: number;
  /** Bills that took their month off already. */
  monthsUsed: number;
  reversed: boolean;
}

/** What was paid for: a charge of a bill, or a payment that was made for a bill twice. */
export interface BilledCharge {
  id: string;
  label: string;
  /** In cents. */
  amount: number;
  refunded: number;
  /** What can still be given back: never more of a bill than was paid for it. */
  left: number;
  bill: { number: string; issued: string; status: string };
  /** How the bill was paid; null while it is not. */
  method: string | null;
}

export interface NewLine {
  label: string;
  /** In cents; positive is owed by the customer. */
  amount: number;
}

export type Refunded =
  | { is: 'refunded'; paymentId: string; method: string; amount: number }
  /** `left` cents of the charge have not been given back yet. */
  | { is: 'too-much'; left: number }
  | { is: 'unpaid' }
  | { is: 'unknown' };

/** What tools ask of the system of record for billing. What belongs to another customer does not exist. */
export interface BillingSystem {
  standing(customerId: string, prices: Pick<PricingPolicy, 'bundles'>): Promise<BillingStanding>;
  /** Gives a credit; the same key again answers the credit it made. */
  credit(credit: NewCredit, key: string): Promise<Credit>;
  findCredit(customerId: string, creditId: string): Promise<Credit | null>;
  /** Takes back what a credit would still give. One that was taken back stays so; null when there is none. */
  reverseCredit(customerId: string, creditId: string, at: Date): Promise<Credit | null>;
  /** A charge by its id, or a double payment by the id of the payment. */
  findCharge(customerId: string, chargeId: string): Promise<BilledCharge | null>;
  /** Gives back some of a charge or a double payment, in cents, by the method it was paid with; never more than was paid. */
  refund(
    refund: { customerId: string; chargeId: string; amount: number; at: Date },
    key: string,
  ): Promise<Refunded>;
  /** Puts lines on the next bill; the same key again adds nothing. */
  addLines(customerId: string, lines: readonly NewLine[], at: Date, key: string): Promise<void>;
  /** What the lines of an action come to, in cents; of one that was taken back too. */
  linesTotal(customerId: string, key: string): Promise<number>;
  /**
   * Takes the lines of an action off again; what stands on a bill already comes back on the next one. Answers how many cents the customer is
   * owed by that.
   */
  reverseLines(customerId: string, key: string, at: Date): Promise<number>;
}
