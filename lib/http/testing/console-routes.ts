import type { Role } from '@/lib/domain/user';

/** Who calls: nobody, a rep of another team, the rep who has the conversation, and the other roles of its team. */
export const CALLERS = ['anonymous', 'other team', 'rep', 'lead', 'qa', 'admin'] as const;
export type Caller = (typeof CALLERS)[number];
export const ROLE_OF: Record<Exclude<Caller, 'anonymous'>, Role> = {
  'other team': 'rep',
  rep: 'rep',
  lead: 'lead',
  qa: 'qa',
  admin: 'admin',
};

/** What a route is called on: a case nobody has yet, a case in the hands of the rep, its cue, its escalation, or the same case after it was ended. */
export type On =
  | 'nothing'
  | 'waiting conversation'
  | 'conversation'
  | 'ended conversation'
  | 'cue'
  | 'escalation';

export interface ConsoleRoute {
  on: On;
  query?: string;
  /** A body that is in order. */
  body?: Record<string, unknown>;
  /** Status for each caller, in the order of CALLERS. */
  expect: readonly [number, number, number, number, number, number];
}

const CLIENT_ID = '7f1f4a3e-3c51-4a53-8b6c-1e6d6a2b9c10';
const SIGNED_IN = [401, 200, 200, 200, 200, 200] as const;
const SCOPED = [401, 404, 200, 200, 200, 200] as const;
const OWNED = [401, 404, 200, 403, 403, 403] as const;
const OWNED_NEW = [401, 404, 201, 403, 403, 403] as const;
const LEADS = [401, 404, 403, 200, 403, 403] as const;
const TAKERS = [401, 404, 200, 200, 403, 403] as const;

/** The access matrix: every route of the console and what each caller gets. */
export const CONSOLE: Record<string, ConsoleRoute> = {
  'GET /api/me': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/vocabulary': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/stream': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/conversations': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/conversations/[id]': { on: 'conversation', expect: SCOPED },
  'GET /api/conversations/[id]/turns': { on: 'conversation', query: '?before=9', expect: SCOPED },
  'GET /api/conversations/[id]/account': { on: 'conversation', expect: SCOPED },
  'GET /api/conversations/[id]/cues': { on: 'conversation', expect: SCOPED },
  'GET /api/conversations/[id]/trace': { on: 'conversation', expect: SCOPED },
  // Who reviews or administers takes nothing.
  'POST /api/conversations/[id]/take': {
    on: 'waiting conversation',
    body: { from: null },
    expect: TAKERS,
  },
  'POST /api/conversations/[id]/reply': {
    on: 'conversation',
    body: { text: 'I am on it.', cueId: null, clientId: CLIENT_ID },
    expect: OWNED_NEW,
  },
  'POST /api/conversations/[id]/notes': {
    on: 'conversation',
    body: { text: 'Calls back.' },
    expect: [401, 404, 201, 201, 201, 403],
  },
  'PUT /api/conversations/[id]/draft': {
    on: 'conversation',
    body: { text: 'Hello', cueId: null },
    expect: [401, 404, 200, 200, 200, 403],
  },
  'POST /api/conversations/[id]/presence': { on: 'conversation', body: { typing: true }, expect: SCOPED },
  'POST /api/conversations/[id]/guard': { on: 'conversation', body: { text: 'Hello' }, expect: SCOPED },
  'POST /api/conversations/[id]/end': { on: 'conversation', body: {}, expect: OWNED },
  'PUT /api/conversations/[id]/wrap-up': {
    on: 'ended conversation',
    body: { disposition: ['billing', 'explained'], notes: '', followUp: null },
    expect: OWNED,
  },
  'POST /api/conversations/[id]/escalate': {
    on: 'conversation',
    body: { queue: 'legal-desk', kind: 'immediate', note: '' },
    expect: OWNED_NEW,
  },
  'POST /api/cues/[id]/events': { on: 'cue', body: { kind: 'seen' }, expect: SCOPED },
  'POST /api/cues/[id]/corrections': {
    on: 'cue',
    body: { body: { kind: 'override', field: 'urgency', before: 'low', after: 'high' }, reason: null },
    expect: [401, 404, 201, 201, 201, 403],
  },
  'GET /api/escalations': { on: 'nothing', expect: [401, 403, 403, 200, 200, 200] },
  'GET /api/knowledge/gaps': { on: 'nothing', expect: [401, 403, 403, 200, 403, 200] },
  'POST /api/escalations/[id]/accept': { on: 'escalation', body: {}, expect: LEADS },
  'POST /api/escalations/[id]/return': {
    on: 'escalation',
    body: { why: 'Try a refund first' },
    expect: LEADS,
  },
};

/** Routes for systems with an API key. */
export const API: Record<string, { on: On; body?: Record<string, unknown>; expect: number }> = {
  'POST /api/v1/messages': {
    on: 'nothing',
    body: {
      channel: 'chat',
      externalId: 'm-1',
      from: { email: 'maya@example.com', name: 'Maya' },
      text: 'why is my bill higher?',
    },
    expect: 202,
  },
  'GET /api/v1/conversations/[id]/messages': { on: 'conversation', expect: 200 },
  'GET /api/v1/conversations/[id]/runs': { on: 'conversation', expect: 200 },
};

/** Routes anyone may call, and what stands in their way instead. */
export const OPEN: Record<string, string> = {
  'GET /api/health': 'says only that the process lives',
  'GET /api/ready': 'says only what is missing',
  'GET /api/chat': 'by the secret token of the browser',
  'POST /api/chat/messages': 'by the secret token of the browser, from our own pages',
  'GET /api/chat/stream': 'by the secret token of the browser',
  'GET /api/auth/[...nextauth]': 'is the sign-in itself',
  'POST /api/auth/[...nextauth]': 'is the sign-in itself, with its own token against forgery',
};
