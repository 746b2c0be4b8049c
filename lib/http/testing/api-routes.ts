import { DAY } from '@/lib/core/clock';
import type { ServiceScope } from '@/lib/domain/user';
import type { On } from './console-routes';

export interface ApiRoute {
  on: On;
  query?: string;
  /** A body that is in order, for the id of what it is called on. */
  body?: (id: string) => Record<string, unknown>;
  /** Whether it takes an Idempotency-Key. */
  keyed?: true;
  /** The scope that a key needs. */
  scope: ServiceScope;
  expect: number;
}

/** A day at least so many days ahead on which technicians come, as `YYYY-MM-DD`. */
export const workday = (ahead: number): string => {
  const day = new Date(Date.now() + ahead * DAY);
  return new Date(day.getTime() + (day.getUTCDay() === 0 ? DAY : 0)).toISOString().slice(0, 10);
};

const FACT = { key: 'gate-code', value: 'Ring twice', source: 'CRM', expiresAt: null };
const WORK = { kind: 'wifi', model: null, symptom: null };

/** Routes for systems with an API key. */
export const API: Record<string, ApiRoute> = {
  'POST /api/v1/messages': {
    on: 'nothing',
    body: () => ({
      channel: 'chat',
      externalId: 'm-1',
      from: { email: 'maya@example.com', name: 'Maya' },
      text: 'why is my bill higher?',
    }),
    scope: 'messages:write',
    expect: 202,
  },
  'GET /api/v1/conversations': { on: 'nothing', scope: 'conversations:read', expect: 200 },
  'GET /api/v1/conversations/[id]': { on: 'conversation', scope: 'conversations:read', expect: 200 },
  'GET /api/v1/conversations/[id]/messages': {
    on: 'conversation',
    scope: 'conversations:read',
    expect: 200,
  },
  'GET /api/v1/conversations/[id]/runs': { on: 'conversation', scope: 'conversations:read', expect: 200 },
  'GET /api/v1/customers/[id]/memory': { on: 'customer', scope: 'memory:read', expect: 200 },
  'PUT /api/v1/customers/[id]/memory': {
    on: 'customer',
    body: () => FACT,
    scope: 'memory:write',
    expect: 200,
  },
  'DELETE /api/v1/customers/[id]/memory': {
    on: 'customer',
    query: '?key=gate-code',
    scope: 'memory:write',
    expect: 200,
  },
  'POST /api/v1/corrections': {
    on: 'cue',
    body: (cueId) => ({
      cueId,
      body: { kind: 'override', field: 'urgency', before: 'low', after: 'high' },
      reason: null,
    }),
    keyed: true,
    scope: 'corrections:write',
    expect: 201,
  },
  'POST /api/v1/quotes': {
    on: 'customer',
    body: (customerId) => ({ customerId, ...WORK, date: null, window: null }),
    scope: 'quotes:read',
    expect: 200,
  },
  'POST /api/v1/visits': {
    on: 'customer',
    body: (customerId) => ({ customerId, ...WORK, date: workday(3), window: '10-12' }),
    keyed: true,
    scope: 'visits:write',
    expect: 201,
  },
  'POST /api/v1/visits/[number]/reschedule': {
    on: 'visit',
    body: () => ({ date: workday(6), window: '2-4' }),
    keyed: true,
    scope: 'visits:write',
    expect: 201,
  },
  'GET /api/v1/customers/[id]/cancel-risk': { on: 'customer', scope: 'risk:read', expect: 200 },
  'GET /api/v1/customers/[id]/offers': { on: 'customer', scope: 'offers:read', expect: 200 },
  'GET /api/v1/events': { on: 'nothing', scope: 'events:read', expect: 200 },
};
