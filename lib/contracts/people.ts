import { z } from 'zod';
import { roleSchema } from '../domain/user';
import { contract } from './contract';
import { nothing } from './parts';

export const meSchema = z.object({ id: z.string(), name: z.string(), role: roleSchema, teamId: z.string() });
export type Me = z.infer<typeof meSchema>;

export const getMe = contract({
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in',
  params: nothing,
  query: nothing,
  body: nothing,
  response: meSchema,
  status: 200,
});

/** Titles of intents and queues, for pickers and labels. */
export const getVocabulary = contract({
  method: 'GET',
  path: '/api/vocabulary',
  summary: 'The intents, queues and macros of this desk',
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({
    intents: z.array(z.object({ id: z.string(), title: z.string(), category: z.string() })),
    queues: z.array(z.object({ id: z.string(), title: z.string() })),
    macros: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  }),
  status: 200,
});
export type Vocabulary = ReturnType<(typeof getVocabulary)['response']['parse']>;
