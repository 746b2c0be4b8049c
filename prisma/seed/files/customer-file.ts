import { z } from 'zod';
import {
  deviceStatusSchema,
  invoiceStatusSchema,
  orderStatusSchema,
  partStatusSchema,
  paymentStatusSchema,
  tierSchema,
  visitKindSchema,
  visitStatusSchema,
} from '@/lib/domain/customer';
import { AREAS, DEVICES, PLAN_NAMES, PLANS, WINDOWS } from '../catalogue';
import { readYaml } from './read-yaml';

const amount = z.number();
const daysAgo = z.int();

const planSchema = z
  .strictObject({ kind: z.string(), plan: z.enum(PLAN_NAMES) })
  .refine(({ kind, plan }) => PLANS[plan].kind === kind, {
    path: ['kind'],
    message: 'is not the kind of this plan',
  });

export const customerFileSchema = z.strictObject({
  name: z.string().min(1),
  tier: tierSchema,
  area: z.enum(AREAS),
  tenure_months: z.int().positive(),
  language: z.string().regex(/^[a-z]{2}$/),
  email: z.email(),
  phone: z.string().regex(/^\+1[0-9]{3}55501[0-9]{2}$/, 'is a fictional number, like +14065550112'),
  autopay: z.boolean(),
  price_lock_months_left: z.int().nonnegative(),
  vulnerable: z.boolean(),
  services: z.array(planSchema).min(1),
  devices: z.array(
    z.strictObject({ model: z.enum(DEVICES), age_months: z.int().nonnegative(), status: deviceStatusSchema }),
  ),
  invoices: z
    .array(
      z.strictObject({
        number: z.string().regex(/^INV-[0-9]{4}-[0-9]{6}$/),
        days_ago: daysAgo.nonnegative(),
        status: invoiceStatusSchema,
        charges: z.array(z.strictObject({ label: z.string().min(1), amount })).min(1),
      }),
    )
    .refine(
      (all) => all.every((one, i) => i === 0 || one.days_ago > (all[i - 1]?.days_ago ?? 0)),
      'are newest first',
    ),
  payments: z.array(
    z.strictObject({
      days_ago: daysAgo.nonnegative(),
      amount: amount.positive(),
      method: z.enum(['card', 'bank', 'wallet', 'cash']),
      status: paymentStatusSchema,
    }),
  ),
  orders: z.array(
    z.strictObject({
      number: z.string().regex(/^ORD-[0-9]{8}$/),
      item: z.string().min(1),
      amount: amount.nonnegative(),
      status: orderStatusSchema,
      placed_days_ago: daysAgo.nonnegative(),
      expected_in_days: z.int().nullable(),
    }),
  ),
  visits: z.array(
    z.strictObject({
      number: z.string().regex(/^VIS-[0-9]{5}$/),
      kind: visitKindSchema,
      in_days: z.int(),
      window: z.enum(WINDOWS),
      status: visitStatusSchema,
      trip_fee: amount.nonnegative(),
      /** Keys of policies/pricing.yaml. */
      model: z.string().optional(),
      symptom: z.string().optional(),
      part: z
        .strictObject({ name: z.string().min(1), status: partStatusSchema, expected_in_days: z.int() })
        .optional(),
    }),
  ),
  credits: z.array(
    z.strictObject({ kind: z.string().min(1), days_ago: daysAgo.nonnegative(), amount: amount.positive() }),
  ),
  notes: z.array(z.string().min(1)),
});
export type CustomerFile = z.infer<typeof customerFileSchema>;

export const customersFileSchema = z.record(z.string().regex(/^[a-z0-9-]+$/), customerFileSchema);

/** The anchor customers by key. */
export const readCustomers = (file: string): Promise<Record<string, CustomerFile>> =>
  readYaml(file, customersFileSchema);
