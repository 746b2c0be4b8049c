import type { z } from 'zod';
import type { ServiceScope } from '../domain/user';
import type { Contract } from './contract';
import * as memory from './memory';
import * as messages from './messages';
import * as conversations from './public-conversations';
import { receiveCorrection } from './public-corrections';
import { listEvents } from './public-events';
import * as examples from './public-examples';
import * as retention from './public-retention';
import * as visits from './public-visits';

export interface Example<P = unknown, Q = unknown, B = unknown, R = unknown> {
  params?: P;
  query?: Q;
  body?: B;
  response: R;
}

/** One thing systems can ask for: its contract, the scope a key needs, and how it looks. */
export interface Operation {
  id: string;
  tag: string;
  scope: ServiceScope;
  contract: Contract;
  example: Example;
}

/** Keeps an example to its contract. */
const operation = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  id: string,
  tag: keyof typeof PUBLIC_TAGS,
  scope: ServiceScope,
  contract: Contract<P, Q, B, R>,
  example: Example<z.input<P>, z.input<Q>, z.input<B>, z.output<R>>,
): Operation => ({ id, tag, scope, contract, example });

export const PUBLIC_TAGS = {
  Messages: 'What customers and reps say, on any channel.',
  Conversations: 'How conversations stand, and what the desk has made of them.',
  Memory: 'Facts worth knowing next time: who said them, and until when they count.',
  Corrections: 'What a person or a system thought of a cue.',
  Visits: 'What a visit costs, and booking or moving one.',
  Retention: 'Who is likely to leave, and what they may be offered.',
  Events: 'What has happened, to be asked for from time to time.',
} as const;

const of = { id: examples.CUSTOMER };
const conversation = { id: examples.CONVERSATION };

/** Every operation of the public API, in the order a reader meets them. */
export const PUBLIC_API: readonly Operation[] = [
  operation('receiveMessage', 'Messages', 'messages:write', messages.receiveMessage, {
    body: examples.message,
    response: examples.accepted,
  }),
  operation('listMessages', 'Messages', 'conversations:read', messages.listMessages, {
    params: conversation,
    query: { after: 0 },
    response: { messages: examples.messages },
  }),
  operation('listRuns', 'Messages', 'conversations:read', messages.listRuns, {
    params: conversation,
    response: { runs: examples.runs },
  }),
  operation(
    'listConversations',
    'Conversations',
    'conversations:read',
    conversations.listPublicConversations,
    { query: { state: 'open', limit: 50 }, response: { conversations: [examples.conversation], next: null } },
  ),
  operation('getConversation', 'Conversations', 'conversations:read', conversations.getPublicConversation, {
    params: conversation,
    response: { conversation: examples.conversation, escalation: examples.escalation, cues: examples.cues },
  }),
  operation('getMemory', 'Memory', 'memory:read', memory.getMemory, {
    params: of,
    response: { facts: [examples.fact] },
  }),
  operation('putMemory', 'Memory', 'memory:write', memory.putMemory, {
    params: of,
    body: { key: 'gate-code', value: 'Ring twice, then 4417', source: 'CRM', expiresAt: null },
    response: { fact: examples.fact },
  }),
  operation('deleteMemory', 'Memory', 'memory:write', memory.deleteMemory, {
    params: of,
    query: { key: 'gate-code' },
    response: { ok: true },
  }),
  operation('receiveCorrection', 'Corrections', 'corrections:write', receiveCorrection, {
    body: examples.correction,
    response: { ok: true },
  }),
  operation('quoteVisit', 'Visits', 'quotes:read', visits.quoteVisit, {
    body: examples.work,
    response: { quote: examples.quote },
  }),
  operation('bookVisit', 'Visits', 'visits:write', visits.bookVisit, {
    body: { ...examples.work, date: '2027-03-12', window: '8-10' },
    response: { action: examples.booked },
  }),
  operation('rescheduleVisit', 'Visits', 'visits:write', visits.rescheduleVisit, {
    params: { number: 'VIS-58241' },
    body: { date: '2027-03-15', window: '12-2' },
    response: { action: examples.moved },
  }),
  operation('getCancelRisk', 'Retention', 'risk:read', retention.getCancelRisk, {
    params: of,
    response: { risk: examples.risk },
  }),
  operation('getCustomerOffers', 'Retention', 'offers:read', retention.getCustomerOffers, {
    params: of,
    response: { shown: [examples.offer], withheld: [] },
  }),
  operation('listEvents', 'Events', 'events:read', listEvents, {
    query: { after: '4711', limit: 100 },
    response: { events: [examples.event], last: '4712' },
  }),
];
