import type { EscalationKind } from '@/lib/domain/escalation';

/** Why a past conversation was handed over, to whom, and what the packet said of it. */
export interface Handover {
  queue: string;
  kind: EscalationKind;
  trigger: { id: string; when: string; say: string };
  tried: { what: string; result: string }[];
  next: string[];
  tone: string;
  /** What the lead did with it. */
  ended: string;
}

const limit = {
  id: 'over-rep-authority',
  when: 'action.amount > limits.rep',
  say: 'The amount is above what a rep may credit.',
};

/** By the id of the conversation. */
export const HANDOVERS: Record<string, Handover> = {
  'third-call-trip-fee': {
    queue: 'escalation-leads',
    kind: 'immediate',
    trigger: limit,
    tried: [
      { what: 'Read the technician note', result: 'fault was before the optical terminal' },
      { what: 'Marked both charges as disputed', result: 'nothing is collected meanwhile' },
    ],
    next: [
      'Credit the trip fee and the late-change fee',
      'Find out who moved the visit',
      'Call back, do not wait for a fourth call',
    ],
    tone: 'Angry after three calls; do not ask for the story again.',
    ended: 'Both fees credited, called back the same day.',
  },
  'nobody-came-still-offline': {
    queue: 'escalation-leads',
    kind: 'immediate',
    trigger: {
      id: 'repeated-failure',
      when: 'visit.status == "missed" && device.status == "offline"',
      say: 'A visit was missed and the line is still down.',
    },
    tried: [
      { what: 'Looked up the visit', result: 'missed, the one before ran long' },
      { what: 'Credited the missed window', result: '$25.00 applied' },
    ],
    next: ['Ask dispatch for an extra slot', 'Call back today on the number they called from'],
    tone: 'Four days offline and a lost day of work; be brief and concrete.',
    ended: 'Dispatch added a slot for the next morning.',
  },
  'extra-line-nobody-ordered': {
    queue: 'security-desk',
    kind: 'specialist',
    trigger: {
      id: 'security-concern',
      when: 'triage.flags.security',
      say: 'The account may have been used by somebody else.',
    },
    tried: [
      { what: 'Traced the line', result: 'added online, SIM sent to another address' },
      { what: 'Marked the charge as disputed', result: 'not collected' },
    ],
    next: [
      'Block the extra line',
      'Check where the order came from',
      'Contact the customer at the number on file',
    ],
    tone: 'Frightened; say plainly what was and was not reached.',
    ended: 'Line blocked, order reversed, charge credited.',
  },
  'oxygen-machine-second-arrangement': {
    queue: 'care-desk',
    kind: 'specialist',
    trigger: {
      id: 'vulnerability',
      when: 'triage.flags.vulnerability',
      say: 'Medical equipment at home depends on the connection.',
    },
    tried: [{ what: 'Checked arrangements', result: 'one four months ago, kept to' }],
    next: ['Decide on a second arrangement', 'Make sure the service is not suspended meanwhile'],
    tone: 'Worried about a husband on oxygen; reassure first.',
    ended: 'Second arrangement granted, care flag set.',
  },
  'lawyer-letter-complaint': {
    queue: 'legal-desk',
    kind: 'immediate',
    trigger: {
      id: 'legal-language',
      when: 'triage.flags.legal',
      say: 'The customer names a lawyer and a deadline.',
    },
    tried: [{ what: 'Read the three earlier conversations', result: 'two different answers were given' }],
    next: ['Answer in writing within ten days', 'Keep the disputed part on hold'],
    tone: 'Formal and cold; no template, no promises.',
    ended: 'Legal desk answered in writing.',
  },
  'caller-asked-for-code': {
    queue: 'security-desk',
    kind: 'immediate',
    trigger: {
      id: 'security-concern',
      when: 'triage.flags.security',
      say: 'A one-time code was read to a caller.',
    },
    tried: [
      { what: 'Signed out every device', result: 'done during the call' },
      { what: 'Blocked changes and orders', result: 'in force' },
    ],
    next: ['Check what was done in the ten minutes', 'Help the customer back in'],
    tone: 'Ashamed; thank them for calling at once.',
    ended: 'No change was found; access restored with a new password.',
  },
  'cancel-for-late-father': {
    queue: 'care-desk',
    kind: 'specialist',
    trigger: { id: 'bereavement', when: 'triage.flags.vulnerability', say: 'The account holder has died.' },
    tried: [{ what: 'Put reminders on hold', result: 'no letters go out' }],
    next: ['Call tomorrow morning', 'Waive any fee for ending early', 'Say which paper is needed'],
    tone: 'Grieving; slow and gentle, no offers.',
    ended: 'Care desk took over with the family.',
  },
  'copy-of-all-data': {
    queue: 'legal-desk',
    kind: 'specialist',
    trigger: {
      id: 'privacy-request',
      when: 'triage.intent == "account.privacy-request"',
      say: 'A request for personal data belongs to the legal desk.',
    },
    tried: [{ what: 'Confirmed receipt', result: 'verification by code chosen' }],
    next: ['Verify by code', 'Send a copy with recordings and recipients', 'Delete nothing'],
    tone: 'Formal; keep to their words.',
    ended: 'Copy sent by the legal desk.',
  },
  'number-transfer-stuck': {
    queue: 'technical',
    kind: 'specialist',
    trigger: {
      id: 'needs-a-lead',
      when: 'transfer.rejections >= 2',
      say: 'A transfer rejected twice can only be resubmitted by a lead.',
    },
    tried: [
      { what: 'Sent the same PIN again (earlier contact)', result: 'rejected' },
      { what: 'Asked for a new PIN', result: 'received and stored' },
    ],
    next: ['Resubmit with the new PIN today', 'Text the other number when it is done'],
    tone: 'Tired of waiting, misses calls from a doctor.',
    ended: 'Transfer went through the same day.',
  },
  'oven-gas-smell': {
    queue: 'safety-desk',
    kind: 'immediate',
    trigger: { id: 'safety', when: 'triage.flags.safety', say: 'A smell of gas in the house.' },
    tried: [
      { what: 'Asked everyone to leave the house', result: 'outside, across the street' },
      { what: 'Named the emergency number and the gas company', result: 'calling now' },
    ],
    next: ['Call later to check they are safe', 'Book no repair before the gas company has been'],
    tone: 'Calm and short.',
    ended: 'Gas company closed a leaking valve; everyone well.',
  },
  'reship-vanished-too': {
    queue: 'escalation-leads',
    kind: 'immediate',
    trigger: {
      id: 'repeated-failure',
      when: 'order.claims >= 2',
      say: 'A second claim on one order goes to a lead.',
    },
    tried: [
      { what: 'First reship', result: 'marked delivered, not received' },
      { what: 'Compared both deliveries', result: 'same driver, no photo' },
    ],
    next: ['Refund all, or send with signature or to a pick-up point', 'Write today by email and text'],
    tone: 'Furious and right; offer the choice at once.',
    ended: 'Refunded in full.',
  },
  'supervisor-and-nothing-else': {
    queue: 'escalation-leads',
    kind: 'immediate',
    trigger: { id: 'human-requested', when: 'triage.flags.human_requested', say: 'Asks for a supervisor.' },
    tried: [{ what: 'Asked what it is about', result: 'has told it four times, will not again' }],
    next: ['Read the earlier contacts first', 'Call before five'],
    tone: 'Short-spoken; has explained it four times.',
    ended: 'Called back before five, matter closed.',
  },
  'tv-never-worked-wants-three-months': {
    queue: 'escalation-leads',
    kind: 'scheduled',
    trigger: limit,
    tried: [
      { what: 'Second TV box', result: 'better for a day' },
      { what: 'Listed the earlier contacts', result: 'five, all about freezing' },
    ],
    next: ['Decide how much of three months to give back', 'Have the cause looked at'],
    tone: 'Weary; values plain answers.',
    ended: 'Two months given back, wiring visit booked.',
  },
  'update-loop-every-night': {
    queue: 'technical',
    kind: 'scheduled',
    trigger: {
      id: 'thin-knowledge',
      when: 'retrieval.confidence < 0.5',
      say: 'No article covers an update that never finishes.',
    },
    tried: [{ what: 'Full restart before 3 am', result: 'same again at 3:04' }],
    next: ['Pause the update on this gateway', 'Answer within 1 business day'],
    tone: 'Precise and patient, works nights.',
    ended: 'Update pushed by the device engineers.',
  },
};
