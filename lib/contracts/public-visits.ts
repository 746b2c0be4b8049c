import { z } from 'zod';
import { actionStateSchema } from '../domain/action';
import { visitKindSchema } from '../domain/customer';
import { quoteSchema } from '../domain/quote';
import { contract } from './contract';
import { idParams, nothing } from './parts';

const listed = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, 'is not one of the price list')
  .nullable()
  .default(null);

/** What is to be done, for whom. */
const work = {
  customerId: idParams.shape.id,
  kind: visitKindSchema,
  model: listed.describe('What is worked on, as the price list names it'),
  symptom: listed.describe('What is wrong, as the price list names it'),
};

const date = z.iso.date().describe('By the calendar where the visit is');
const window = z
  .string()
  .regex(/^\d{1,2}-\d{1,2}$/, 'must be hours of the day, like 10-12')
  .describe('Local hours between which the technician comes: 10-12');

export const quoteVisit = contract({
  method: 'POST',
  path: '/api/v1/quotes',
  summary: 'What a visit costs, line by line, with every clause that was looked at; changes nothing',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    ...work,
    date: date.nullable().default(null),
    window: window.nullable().default(null),
  }),
  response: z.object({ quote: quoteSchema }),
  status: 200,
});

/** What became of something that a system asked for. */
export const publicActionSchema = z.object({
  id: z.string(),
  state: actionStateSchema.describe('failed means that nothing was changed'),
  says: z.string().describe('What it does, or did, in a sentence'),
  visit: z.string().nullable().describe('Number of the visit'),
  receipt: z.string().nullable().describe('Number of the receipt; null until it is done'),
  fault: z.string().nullable().describe('Why it failed; send the same request with a new key to try again'),
});
export type PublicAction = z.infer<typeof publicActionSchema>;

const answer = z.object({ action: publicActionSchema });

export const bookVisit = contract({
  method: 'POST',
  path: '/api/v1/visits',
  summary: 'Book a visit in a slot that is free',
  params: nothing,
  query: nothing,
  body: z.strictObject({ ...work, date, window }),
  response: answer,
  status: 201,
  keyed: true,
});

export const rescheduleVisit = contract({
  method: 'POST',
  path: '/api/v1/visits/{number}/reschedule',
  summary: 'Move a booked visit to another slot',
  params: z.strictObject({
    number: z.string().regex(/^[A-Z]{2,5}-?\d{1,12}$/, 'is not the number of a visit'),
  }),
  query: nothing,
  body: z.strictObject({ date, window }),
  response: answer,
  status: 201,
  keyed: true,
});
