import { expect, it } from 'vitest';
import type { EscalationView } from '../contracts/escalations';
import { patchEscalations } from './patch-escalations';

const escalation = (
  id: string,
  minute: number,
  state: EscalationView['state'] = 'waiting',
): EscalationView => ({
  id,
  conversationId: 'c',
  customerName: 'Maya',
  tier: 'gold',
  channel: 'chat',
  state,
  kind: 'specialist',
  queue: 'billing',
  reasons: [],
  note: '',
  raisedBy: 'Dana',
  raisedAt: '2026-11-20T10:00:00.000Z',
  dueAt: `2026-11-20T10:0${minute}:00.000Z`,
  decidedBy: null,
  decidedAt: null,
  returnReason: null,
  packet: {
    customer: '',
    issue: '',
    inTheirWords: null,
    tried: [],
    knowledge: [],
    next: [],
    tone: '',
    facts: [],
    words: 0,
    completeness: { score: 1, missing: [] },
  },
});

it('moves an escalation from one state to another, the soonest due first', () => {
  const waiting = { escalations: [escalation('a', 2), escalation('b', 4)] };
  const ids = (state: EscalationView['state'], changed: EscalationView) =>
    patchEscalations(waiting, state, changed).escalations.map(({ id }) => id);
  expect(ids('waiting', escalation('c', 3))).toEqual(['a', 'c', 'b']);
  expect(ids('waiting', escalation('a', 2, 'accepted'))).toEqual(['b']);
  expect(
    patchEscalations({ escalations: [] }, 'accepted', escalation('a', 2, 'accepted')).escalations,
  ).toHaveLength(1);
});
