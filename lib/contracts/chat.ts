import { z } from 'zod';
import { MESSAGE_LIMIT } from '../domain/conversation';
import { contract } from './contract';
import { nothing } from './parts';

/** A message as the customer sees it: no notes, no ids of people. */
export const chatMessageSchema = z.object({
  seq: z.int(),
  from: z.enum(['customer', 'rep', 'system']),
  name: z.string().nullable(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type ChatMessage = z.infer<typeof chatMessageSchema>;

export const chatSchema = z.object({
  state: z.enum(['none', 'open', 'closed']),
  messages: z.array(chatMessageSchema),
  /** Whether a person has been asked for. */
  personRequested: z.boolean(),
});
export type Chat = z.infer<typeof chatSchema>;

export const getChat = contract({
  method: 'GET',
  path: '/api/chat',
  summary: 'The chat of this browser',
  params: nothing,
  query: nothing,
  body: nothing,
  response: chatSchema,
  status: 200,
});

export const sayInChat = contract({
  method: 'POST',
  path: '/api/chat/messages',
  summary: 'Say something; the first message starts the chat',
  params: nothing,
  query: nothing,
  body: z.strictObject({
    text: z.string().trim().min(1, 'is empty').max(MESSAGE_LIMIT),
    /** Made by the browser: the same message sent twice arrives once. */
    clientId: z.uuid(),
    name: z.string().trim().min(1).max(120).optional(),
    email: z.email().max(254).optional(),
  }),
  response: z.object({ message: chatMessageSchema, personRequested: z.boolean() }),
  status: 201,
});
