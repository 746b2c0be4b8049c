import { usd } from '../core/money';

/** What requests and answers of the public API look like. The figures are those of the demo organisation. */
export const CUSTOMER = 'cus_06hb2m3n4p5q6r7s8t9v0w1x';
export const CONVERSATION = 'cnv_06hb2m3n4p5q6r7s8t9v0w1y';
const CUE = 'cue_06hb2m3n4p5q6r7s8t9v0w1z';

export const message = {
  channel: 'chat' as const,
  externalId: 'web-20270310-0007',
  from: { email: 'maya.ortiz@example.com', name: 'Maya Ortiz' },
  text: 'Why is my bill higher than last month?',
};

export const accepted = {
  messageId: 'trn_06hb2m3n4p5q6r7s8t9v0w20',
  conversationId: CONVERSATION,
  customerId: CUSTOMER,
  seq: 1,
  duplicate: false,
};

export const messages = [
  {
    seq: 1,
    role: 'customer' as const,
    text: 'Why is my bill higher than last month?',
    at: '2027-03-10T18:00:00.000Z',
  },
];

export const runs = [
  {
    id: 'run_06hb2m3n4p5q6r7s8t9v0w21',
    trigger: 'customer-turn' as const,
    turnSeq: 1,
    state: 'done' as const,
    acceptedAt: '2027-03-10T18:00:00.000Z',
    finishedAt: '2027-03-10T18:00:00.410Z',
    cues: 5,
  },
];

export const conversation = {
  id: CONVERSATION,
  customerId: CUSTOMER,
  channel: 'chat' as const,
  state: 'open' as const,
  queue: 'billing',
  taken: true,
  intent: 'billing.bill-explanation',
  urgency: 'normal' as const,
  sentiment: 'frustrated' as const,
  openedAt: '2027-03-10T18:00:00.000Z',
  closedAt: null,
  lastTurnAt: '2027-03-10T18:02:10.000Z',
  waitingSince: '2027-03-10T18:02:10.000Z',
  turns: 3,
};

export const escalation = {
  id: 'esc_06hb2m3n4p5q6r7s8t9v0w22',
  state: 'waiting' as const,
  kind: 'immediate' as const,
  queue: 'billing',
  raisedAt: '2027-03-10T18:02:30.000Z',
  dueAt: '2027-03-10T18:04:30.000Z',
};

export const cues = [
  {
    id: CUE,
    kind: 'triage' as const,
    state: 'live' as const,
    at: '2027-03-10T18:02:10.400Z',
    says: 'Explain the bill, urgency normal, frustrated',
  },
];

export const fact = {
  id: 'mem_06hb2m3n4p5q6r7s8t9v0w23',
  key: 'gate-code',
  value: 'Ring twice, then 4417',
  source: 'CRM',
  authorName: 'CRM sync',
  at: '2027-03-10T18:00:00.000Z',
  expiresAt: null,
  state: 'current' as const,
};

export const correction = {
  cueId: CUE,
  body: {
    kind: 'override' as const,
    field: 'urgency' as const,
    before: 'normal' as const,
    after: 'high' as const,
  },
  reason: 'A second bill was wrong too',
};

export const work = {
  customerId: CUSTOMER,
  kind: 'appliance' as const,
  model: 'refrigerator',
  symptom: 'not-cooling',
};

export const quote = {
  lines: [
    { id: 'trip-fee', label: 'Trip fee, zone A', amount: usd(5900) },
    { id: 'symptom', label: 'Does not cool', amount: usd(3000) },
  ],
  tripFee: usd(5900),
  total: usd(8900),
  clauses: [
    {
      id: 'surcharge.saturday',
      when: "visit.weekday == 'saturday'",
      is: 'false' as const,
      seen: { 'visit.weekday': 'friday' },
      say: 'Saturday',
    },
  ],
};

export const booked = {
  id: 'act_06hb2m3n4p5q6r7s8t9v0w24',
  state: 'done' as const,
  says: 'A visit is booked for March 12, 8-10.',
  visit: 'VIS-58241',
  receipt: 'RCP-7S8T9V0W24',
  fault: null,
};

export const moved = { ...booked, says: 'The visit is moved to March 15, 12-2.' };

export const risk = {
  is: 'scored' as const,
  score: 0.31,
  band: 'medium' as const,
  drivers: [{ id: 'price-change', says: 'The price went up lately', weight: 0.42 }],
  version: '3',
};

export const offer = {
  id: 'right-size-fiber-300',
  kind: 'right-sizing' as const,
  title: 'A smaller fiber plan',
  outcome: 'eligible' as const,
  clauses: [
    {
      id: 'suitability.0',
      when: 'on.fiber_peak_mbps < 240.0',
      is: 'true' as const,
      seen: { 'on.fiber_peak_mbps': 180 },
      say: 'Uses 180 of 500 Mbps at most',
    },
  ],
  say: 'You use less than half of your plan: Fiber 300 would save you $15.00 a month.',
  value: usd(18_000),
  cost: usd(18_000),
  score: 0.61,
};

export const event = {
  id: '4712',
  kind: 'conversation.changed' as const,
  conversationId: CONVERSATION,
  at: '2027-03-10T18:02:10.410Z',
};
