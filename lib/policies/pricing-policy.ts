import { z } from 'zod';
import { serviceKindSchema, visitKindSchema } from '../domain/customer';

/** US dollars as a person writes them: `59.00`. */
const dollars = z.number().nonnegative().multipleOf(0.01);
const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
const id = z.string().regex(/^[a-z0-9-]+$/);

/** A clause over the facts of a visit, with the sentence a rep reads of it. */
const clause = { id, when: z.string().min(1), say: z.string().min(1) };

/** `policies/pricing.yaml`: what things cost. */
export const pricingPolicySchema = z.strictObject({
  plans: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        kind: serviceKindSchema,
        price: dollars,
        /** Download speed of a fiber plan; data of a mobile plan, absent where it is unlimited. */
        mbps: z.number().positive().optional(),
        data_gb: z.number().positive().optional(),
        /** Comes on top of another plan of its kind and never in its place. */
        add_on: z.literal(true).optional(),
      }),
    )
    .min(1),
  /** What an account with all of these kinds saves a month, on bills under this label. */
  bundles: z.array(
    z.strictObject({ label: z.string().min(1), kinds: z.array(serviceKindSchema).min(2), off: dollars }),
  ),
  fees: z.strictObject({
    restore: dollars,
    late_visit_change: dollars,
    early_end_per_month: dollars,
    early_end_at_most: dollars,
  }),
  /** Hours before a visit until which it is moved or cancelled for nothing. */
  free_change_hours: z.number().positive(),
  areas: z
    .array(z.strictObject({ name: z.string().min(1), zone: id, zip: z.string().regex(/^\d{5}$/) }))
    .min(1),
  /** Minutes between two zones' areas by road, both ways. */
  travel: z.array(
    z.strictObject({ between: z.tuple([z.string(), z.string()]), minutes: z.number().positive() }),
  ),
  visits: z.strictObject({
    /** Where windows are local times. */
    time_zone: z.string().refine(isTimeZone, 'is not a time zone such as America/Denver'),
    /** Days on which technicians come, Monday being 1. */
    weekdays: z.array(z.int().min(1).max(7)).min(1),
    windows: z.array(z.string().regex(/^\d{1,2}-\d{1,2}$/)).min(1),
    /** What the work of a visit takes; the rest of its window is for the road. */
    work_minutes: z.number().positive(),
    notice_hours: z.number().nonnegative(),
    /** How many days ahead can be booked. */
    days_ahead: z.int().positive(),
    trip_fee: z.record(id, dollars),
    skills: z.array(id).min(1),
    kinds: z.array(
      z.strictObject({
        kind: visitKindSchema,
        title: z.string().min(1),
        price: dollars,
        /** Whether the trip is paid besides the price. */
        trip_fee: z.boolean(),
        skill: id,
      }),
    ),
    /** What is worked on, and what it adds. */
    models: z.array(z.strictObject({ id, title: z.string().min(1), kind: visitKindSchema, adds: dollars })),
    symptoms: z.array(
      z.strictObject({
        id,
        title: z.string().min(1),
        kind: visitKindSchema,
        adds: dollars,
        /** What a technician must know besides the skill of the kind. */
        skill: id.optional(),
        /** Models it can be wrong with; all of the kind where it is left out. */
        models: z.array(id).min(1).optional(),
      }),
    ),
    /** Symptoms that are never booked, with what to say instead. */
    refused: z.array(z.strictObject({ id, say: z.string().min(1) })),
    surcharges: z.array(z.strictObject({ ...clause, adds: dollars })),
    waivers: z.array(z.strictObject({ ...clause, waives: z.enum(['trip-fee', 'everything']) })),
  }),
});
export type PricingSource = z.infer<typeof pricingPolicySchema>;
