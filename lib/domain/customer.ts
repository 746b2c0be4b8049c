import { z } from 'zod';
import { moneySchema } from '../core/money';
import { memoryKeySchema } from './memory';

export const tierSchema = z.enum(['standard', 'gold', 'enterprise']);
export type Tier = z.infer<typeof tierSchema>;

export const serviceKindSchema = z.enum(['fiber', 'tv', 'mobile', 'home']);
export type ServiceKind = z.infer<typeof serviceKindSchema>;

/** What has ended is part of an account only where nothing goes on; the system of record knows all of it. */
export const serviceStatusSchema = z.enum(['active', 'suspended', 'paused', 'ended']);
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

export const invoiceStatusSchema = z.enum(['due', 'paid', 'overdue', 'disputed']);
export const paymentStatusSchema = z.enum(['posted', 'pending', 'failed', 'returned']);
export const orderStatusSchema = z.enum([
  'placed',
  'shipped',
  'delayed',
  'delivered',
  'returned',
  'cancelled',
]);
export const shipmentStatusSchema = z.enum(['label', 'moving', 'held', 'delivered', 'lost']);
export type ShipmentStatus = z.infer<typeof shipmentStatusSchema>;
export const partStatusSchema = z.enum(['ordered', 'shipped', 'arrived']);
export const visitStatusSchema = z.enum(['booked', 'done', 'missed', 'cancelled']);
export const visitKindSchema = z.enum(['installation', 'wiring', 'wifi', 'appliance']);
export const deviceStatusSchema = z.enum(['online', 'degraded', 'offline']);

/** Days as `YYYY-MM-DD`, instants as ISO 8601 in UTC. */
const day = z.iso.date();

export const customerSchema = z.object({
  id: z.string(),
  accountNumber: z.string().nullable(),
  name: z.string(),
  tier: tierSchema,
  area: z.string().nullable(),
  zip: z.string().nullable(),
  language: z.string(),
  vulnerable: z.boolean(),
  autopay: z.boolean(),
  since: day.nullable(),
  priceLockUntil: day.nullable(),
  /** Whether they may be made offers at all. */
  offersAllowed: z.boolean(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  notes: z.array(z.string()),
});

/** Everything the pipeline and the rep may know of a customer, newest first in every list. */
export const accountSchema = z.object({
  customer: customerSchema,
  services: z.array(
    z.object({
      id: z.string(),
      kind: serviceKindSchema,
      plan: z.string(),
      price: moneySchema,
      since: day,
      status: serviceStatusSchema,
      /** Its last day, once it was cancelled. */
      endsOn: day.nullable(),
      /** The last 30 days: data in GB and the busiest minute in Mbit/s; null where nothing is measured. */
      usageGb: z.int().nullable(),
      peakMbps: z.int().nullable(),
    }),
  ),
  devices: z.array(
    z.object({ id: z.string(), model: z.string(), installed: day, status: deviceStatusSchema }),
  ),
  invoices: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      issued: day,
      due: day,
      status: invoiceStatusSchema,
      total: moneySchema,
      charges: z.array(
        z.object({
          id: z.string(),
          label: z.string(),
          amount: moneySchema,
          /** What of it was given back so far. */
          refunded: moneySchema,
        }),
      ),
    }),
  ),
  payments: z.array(
    z.object({
      id: z.string(),
      on: day,
      amount: moneySchema,
      method: z.string(),
      status: paymentStatusSchema,
    }),
  ),
  orders: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      item: z.string(),
      amount: moneySchema,
      status: orderStatusSchema,
      placed: day,
      expected: day.nullable(),
      /** The newest package of it; null until there is a label. */
      shipment: z
        .object({
          carrier: z.string(),
          tracking: z.string(),
          status: shipmentStatusSchema,
          expected: day.nullable(),
        })
        .nullable(),
      /** The id of the order that this one replaces. */
      reshipOf: z.string().nullable(),
    }),
  ),
  visits: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      kind: visitKindSchema,
      on: day,
      window: z.string(),
      status: visitStatusSchema,
      tripFee: moneySchema,
      technician: z.string().nullable(),
      /** What is repaired and what it does: keys of policies/pricing.yaml; null where it was not quoted for. */
      model: z.string().nullable(),
      symptom: z.string().nullable(),
      /** A part that the visit waits for. */
      part: z.object({ name: z.string(), status: partStatusSchema, expected: day.nullable() }).nullable(),
    }),
  ),
  /** Without those that were taken back. `amount` is each month's. */
  credits: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      on: day,
      amount: moneySchema,
      months: z.int().positive(),
      reason: z.string(),
    }),
  ),
  /** What is remembered of them, by key. */
  memory: z.array(z.object({ key: memoryKeySchema, value: z.string() })),
  history: z.array(
    z.object({
      conversationId: z.string(),
      on: day,
      channel: z.string(),
      intent: z.string().nullable(),
      outcome: z.string().nullable(),
      csat: z.int().nullable(),
    }),
  ),
});
export type Account = z.infer<typeof accountSchema>;

/** A fact of the account as it may be said: `{ key: 'invoice.total', label: 'Bill total', value: '$60.00' }`. */
export const accountFactSchema = z.object({ key: z.string(), label: z.string(), value: z.string() });
export type AccountFact = z.infer<typeof accountFactSchema>;
