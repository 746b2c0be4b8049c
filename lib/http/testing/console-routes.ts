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

/** What a route is called on: a case nobody has yet, a case in the hands of the rep, its cue, its escalation, an action of the rep's that waits for a second person, a customer of whom a fact is remembered, a visit of theirs by its number, or the same case after it was ended or with a fact that is remembered. */
export type On =
  | 'nothing'
  | 'waiting conversation'
  | 'conversation'
  | 'ended conversation'
  | 'remembered conversation'
  | 'cue'
  | 'action'
  | 'customer'
  | 'visit'
  | 'escalation'
  | 'scored customer';

export interface ConsoleRoute {
  on: On;
  query?: string;
  /** A body that is in order. */
  body?: Record<string, unknown>;
  /** Parameters of the path beside its id. */
  params?: Record<string, string>;
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

/** What nobody was shown is approved by nobody: whoever may act is told that things have changed. */
const STALE = [401, 404, 409, 403, 403, 403] as const;
const HASH = 'a'.repeat(64);
const OFFER = { offer: 'fiber-loyalty-credit' };

const RISK = [401, 403, 403, 200, 403, 200] as const;

/** The access matrix: every route of the console and what each caller gets. */
export const CONSOLE: Record<string, ConsoleRoute> = {
  'GET /api/me': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/vocabulary': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/stream': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/conversations': { on: 'nothing', expect: SIGNED_IN },
  'GET /api/conversations/[id]': { on: 'conversation', expect: SCOPED },
  'GET /api/conversations/[id]/turns': { on: 'conversation', query: '?before=9', expect: SCOPED },
  'GET /api/conversations/[id]/account': { on: 'conversation', expect: SCOPED },
  'GET /api/conversations/[id]/memory': { on: 'conversation', expect: SCOPED },
  // Who reviews or administers remembers nothing.
  'PUT /api/conversations/[id]/memory': {
    on: 'conversation',
    body: { key: 'gate-code', value: 'Ring twice', source: 'the customer said so', expiresAt: null },
    expect: TAKERS,
  },
  'DELETE /api/conversations/[id]/memory': {
    on: 'remembered conversation',
    query: '?key=gate-code',
    body: {},
    expect: TAKERS,
  },
  'GET /api/conversations/[id]/actions': { on: 'conversation', expect: SCOPED },
  'POST /api/conversations/[id]/actions/preview': {
    on: 'conversation',
    body: { tool: 'apply-credit', params: { amount: 5, reason: 'Goodwill' } },
    expect: OWNED,
  },
  'POST /api/conversations/[id]/actions': {
    on: 'conversation',
    body: {
      key: CLIENT_ID,
      tool: 'apply-credit',
      params: { amount: 5, reason: 'Goodwill' },
      hash: HASH,
      origin: 'rep',
      originId: null,
    },
    expect: STALE,
  },
  'POST /api/conversations/[id]/look-up': {
    on: 'conversation',
    body: { tool: 'read-account', params: {} },
    expect: SCOPED,
  },
  'GET /api/actions': { on: 'nothing', expect: [401, 403, 403, 200, 403, 200] },
  'POST /api/actions/[id]/approval': {
    on: 'action',
    body: { verdict: 'approved', hash: HASH, reason: null },
    expect: [401, 404, 403, 409, 403, 403],
  },
  // It did not fail, so there is nothing to try again.
  'POST /api/actions/[id]/retry': { on: 'action', body: {}, expect: STALE },
  'GET /api/actions/[id]/reversal': { on: 'action', expect: OWNED },
  // It has not run, so there is nothing to take back.
  'POST /api/actions/[id]/reversal': {
    on: 'action',
    body: { key: CLIENT_ID, hash: HASH },
    expect: [401, 404, 400, 403, 403, 403],
  },
  'GET /api/conversations/[id]/retention': { on: 'conversation', expect: SCOPED },
  'POST /api/conversations/[id]/offers/[offer]/present': {
    on: 'conversation',
    params: OFFER,
    body: {},
    expect: STALE,
  },
  'GET /api/conversations/[id]/offers/[offer]/acceptance': {
    on: 'conversation',
    params: OFFER,
    expect: STALE,
  },
  // Nothing was offered, so nothing can be answered.
  'POST /api/conversations/[id]/offers/[offer]/answer': {
    on: 'conversation',
    params: OFFER,
    body: { answer: 'declined', reason: null },
    expect: [401, 404, 404, 403, 403, 403],
  },
  'POST /api/me/quiet': { on: 'nothing', body: { minutes: 0 }, expect: SIGNED_IN },
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
  'GET /api/risk/areas': { on: 'nothing', expect: RISK },
  'GET /api/risk/call-backs': { on: 'nothing', expect: RISK },
  'POST /api/risk/call-backs/[id]': { on: 'scored customer', body: { outcome: 'reached' }, expect: RISK },
  'GET /api/knowledge/gaps': { on: 'nothing', expect: [401, 403, 403, 200, 403, 200] },
  'POST /api/escalations/[id]/accept': { on: 'escalation', body: {}, expect: LEADS },
  'POST /api/escalations/[id]/return': {
    on: 'escalation',
    body: { why: 'Try a refund first' },
    expect: LEADS,
  },
};

/** Routes anyone may call, and what stands in their way instead. */
export const OPEN: Record<string, string> = {
  'GET /api/health': 'says only that the process lives',
  'GET /api/ready': 'says only what is missing',
  'GET /api/v1/openapi.json': 'says what the API is, and nothing of anybody',
  'GET /api/v1/[[...path]]': 'says that there is nothing',
  'POST /api/v1/[[...path]]': 'says that there is nothing',
  'PUT /api/v1/[[...path]]': 'says that there is nothing',
  'PATCH /api/v1/[[...path]]': 'says that there is nothing',
  'DELETE /api/v1/[[...path]]': 'says that there is nothing',
  'GET /api/chat': 'by the secret token of the browser',
  'POST /api/chat/messages': 'by the secret token of the browser, from our own pages',
  'GET /api/chat/stream': 'by the secret token of the browser',
  'GET /api/auth/[...nextauth]': 'is the sign-in itself',
  'POST /api/auth/[...nextauth]': 'is the sign-in itself, with its own token against forgery',
};
