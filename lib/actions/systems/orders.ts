import type { Account } from '../../domain/customer';

type AccountOrder = Account['orders'][number];

/** An order with what reshipping and returning need to know of it. */
export interface OrderRecord extends AccountOrder {
  /** What it was sold for: of a replacement, what the order it replaces was sold for. */
  value: AccountOrder['amount'];
  /** The warehouse has as many as the order holds. */
  inStock: boolean;
  /** The number of a replacement that is under way or arrived; null when it was not sent again. */
  replacedBy: string | null;
  /** The return that is open or was received. */
  returned: { number: string; status: 'open' | 'received' } | null;
}

export type Reshipped =
  | { is: 'sent'; orderId: string; number: string; carrier: string; tracking: string; expected: string }
  | { is: 'out-of-stock' }
  | { is: 'sent-before'; number: string }
  | { is: 'unknown' };

export type ReturnStarted =
  | { is: 'started'; number: string; sendBy: string }
  | { is: 'started-before'; number: string }
  | { is: 'unknown' };

/** What tools ask of the system of record for orders. What belongs to another customer does not exist. Days are `YYYY-MM-DD`. */
export interface OrdersSystem {
  /** By its id or its number. */
  find(customerId: string, order: string): Promise<OrderRecord | null>;
  /** Makes an order for nothing that replaces another, with a label on it, and takes the items from stock. By key, once. */
  reship(
    reship: { customerId: string; orderId: string; on: string; expected: string },
    key: string,
  ): Promise<Reshipped>;
  /** Stops a replacement that has not left and puts its items back; false once the carrier has it. */
  stopReship(customerId: string, orderId: string): Promise<boolean>;
  /** Opens a return with its number. By key, once. */
  startReturn(
    start: { customerId: string; orderId: string; reason: string; on: string; sendBy: string },
    key: string,
  ): Promise<ReturnStarted>;
  /** Whether a return can still be called off: it is open. */
  isReturnOpen(customerId: string, number: string): Promise<boolean>;
  /** Calls a return off; false once it was received. */
  cancelReturn(customerId: string, number: string): Promise<boolean>;
}
