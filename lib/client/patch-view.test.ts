import { describe, expect, it } from 'vitest';
import type { ConversationView } from '../contracts/conversations';
import { addEarlier, addTurn, changeRow, leavesGap, mergeView, rightsChanged } from './patch-view';
import { rowOf, turnOf } from './testing-rows';

const view = (seqs: number[], earlier = false): ConversationView => ({
  conversation: {
    id: 'c',
    customerId: 'u',
    channel: 'chat',
    state: 'open',
    queue: 'billing',
    assigneeId: null,
    openedAt: '2026-11-20T10:00:00.000Z',
    closedAt: null,
    lastTurnAt: '2026-11-20T10:00:00.000Z',
    waitingSince: null,
    turnCount: seqs.length,
    customerTurnCount: seqs.length,
  },
  row: rowOf('c'),
  assigneeName: null,
  turns: seqs.map((seq) => turnOf(seq)),
  earlier,
  draft: { text: '', cueId: null },
  presence: [],
  escalation: null,
  wrapUp: null,
  may: { reply: true, take: true, correct: true, escalate: true, decideEscalation: false, wrapUp: true },
});
const seqs = ({ turns }: ConversationView): number[] => turns.map(({ seq }) => seq);

describe('the open conversation', () => {
  it('takes a turn once, in its place', () => {
    const held = view([1, 2, 4]);
    expect(seqs(addTurn(held, turnOf(3)))).toEqual([1, 2, 3, 4]);
    expect(addTurn(held, turnOf(2))).toBe(held);
  });

  it('notices missing turns', () => {
    expect(leavesGap(view([1, 2]), turnOf(3))).toBe(false);
    expect(leavesGap(view([1, 2]), turnOf(4))).toBe(true);
  });

  it('puts earlier turns in front', () => {
    const after = addEarlier(view([4, 5], true), { turns: [turnOf(2), turnOf(3)], earlier: true });
    expect(seqs(after)).toEqual([2, 3, 4, 5]);
    expect(after.earlier).toBe(true);
  });

  it('keeps turns that were scrolled to when it is fetched again', () => {
    const after = mergeView(view([1, 2, 3, 4], false), view([3, 4, 5], true));
    expect(seqs(after)).toEqual([1, 2, 3, 4, 5]);
    expect(after.earlier).toBe(false);
  });

  it('starts over when a gap would open', () => {
    expect(seqs(mergeView(view([1, 2]), view([7, 8], true)))).toEqual([7, 8]);
  });

  it('follows its row and knows when rights changed', () => {
    const row = rowOf('c', { assigneeId: 'me', turnCount: 9 });
    const after = changeRow(view([1]), row);
    expect(after.conversation).toMatchObject({ assigneeId: 'me', turnCount: 9 });
    expect(rightsChanged(view([1]), row)).toBe(true);
    expect(rightsChanged(after, row)).toBe(false);
  });
});
