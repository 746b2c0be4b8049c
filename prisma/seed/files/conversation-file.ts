import { z } from 'zod';
import { channelSchema } from '@/lib/domain/channel';
import { MESSAGE_LIMIT } from '@/lib/domain/conversation';
import { serviceKindSchema } from '@/lib/domain/customer';
import { intentIdSchema } from '@/lib/domain/intent';
import { dispositionSchema } from '@/lib/domain/wrap-up';

const lineSchema = z.strictObject({
  from: z.enum(['customer', 'rep']),
  say: z.string().trim().min(1).max(MESSAGE_LIMIT),
  /** Seconds before it, at 1x. */
  wait: z.number().nonnegative().default(0),
});

const shape = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  channel: channelSchema,
  intent: intentIdSchema,
  turns: z
    .array(lineSchema)
    .min(2)
    .refine((turns) => turns[0]?.from === 'customer', 'begin with the customer'),
};

export const ambientFileSchema = z.strictObject({ ...shape, customer: z.string() });
export const liveFileSchema = z.strictObject({
  ...shape,
  customer: z.string(),
  covers: z.array(z.string()).min(1),
});
export type LiveFile = z.infer<typeof ambientFileSchema>;

/** What the account of a past conversation's customer must have. */
export const needSchema = z.enum([...serviceKindSchema.options, 'invoice', 'order', 'visit']);
export type Need = z.infer<typeof needSchema>;

/** Each slot of a past conversation, and what the account needs for it to be filled. */
export const SLOT_NEEDS = {
  name: [],
  first_name: [],
  area: [],
  device: ['fiber'],
  plan: ['fiber'],
  price: ['fiber'],
  invoice: ['invoice'],
  invoice_total: ['invoice'],
  order: ['order'],
  item: ['order'],
  visit: ['visit'],
  visit_date: ['visit'],
  window: ['visit'],
} as const satisfies Record<string, readonly Need[]>;
export type Slot = keyof typeof SLOT_NEEDS;

/** The slots of a line: names in braces. */
export const slotsOf = (text: string): string[] =>
  [...text.matchAll(/\{([a-z_]{1,40})\}/g)].map((match) => match[1] ?? '');

const isSlot = (name: string): name is Slot => Object.hasOwn(SLOT_NEEDS, name);

export const pastFileSchema = z
  .strictObject({
    ...shape,
    needs: z.array(needSchema),
    outcome: z.enum(['resolved', 'escalated', 'abandoned']),
    disposition: dispositionSchema,
    csat: z.int().min(1).max(5).optional(),
  })
  .superRefine((past, context) => {
    for (const [index, line] of past.turns.entries()) {
      for (const name of slotsOf(line.say)) {
        const path = ['turns', index, 'say'];
        if (!isSlot(name)) context.addIssue({ code: 'custom', path, message: `there is no slot {${name}}` });
        else if (SLOT_NEEDS[name].some((need) => !past.needs.includes(need))) {
          context.addIssue({
            code: 'custom',
            path,
            message: `{${name}} asks for ${SLOT_NEEDS[name].join(', ')} in needs`,
          });
        }
      }
    }
  });
export type PastFile = z.infer<typeof pastFileSchema>;
