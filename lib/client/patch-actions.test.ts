import { describe, expect, it } from 'vitest';
import { mergeActions, patchActions } from './patch-actions';
import { actionOf, viewOf } from './testing-actions';

const states = (view: ReturnType<typeof viewOf>) => view.actions.map(({ id, state }) => `${id} ${state}`);

describe('an action that came', () => {
  it('stands once, the newest first', () => {
    const held = viewOf({ actions: [actionOf(2), actionOf(1, { state: 'done' })] });
    expect(states(patchActions(held, actionOf(3)))).toEqual([
      'act_3 approved',
      'act_2 approved',
      'act_1 done',
    ]);
    expect(states(patchActions(held, actionOf(2, { state: 'failed' })))).toEqual([
      'act_2 failed',
      'act_1 done',
    ]);
  });

  it('is not undone by an answer that was on its way before', () => {
    const held = viewOf({ actions: [actionOf(1, { state: 'done' })] });
    expect(patchActions(held, actionOf(1, { state: 'approved' }))).toBe(held);
    expect(states(patchActions(held, actionOf(1, { state: 'reversed' })))).toEqual(['act_1 reversed']);
  });

  it('runs again after it failed', () => {
    const held = viewOf({ actions: [actionOf(1, { state: 'failed' })] });
    expect(states(patchActions(held, actionOf(1, { state: 'approved' })))).toEqual(['act_1 approved']);
  });

  it('takes its proposal away, unless a second person declined it', () => {
    const proposals = [
      { tool: 'apply-credit' as const, params: {}, because: 'a', cueId: 'q' },
      { tool: 'book-visit' as const, params: {}, because: 'b', cueId: 'q' },
    ];
    const held = viewOf({ proposals });
    const taken = actionOf(1, { origin: 'suggestion', originId: 'q' });
    expect(patchActions(held, taken).proposals.map(({ tool }) => tool)).toEqual(['book-visit']);
    expect(patchActions(held, { ...taken, state: 'declined' }).proposals).toHaveLength(2);
    expect(patchActions(held, { ...taken, originId: 'other' }).proposals).toHaveLength(2);
  });
});

describe('a list that was fetched', () => {
  it('keeps what moved on while it was under way, and else says how things are', () => {
    const held = viewOf({
      actions: [actionOf(3), actionOf(2, { state: 'done' }), actionOf(1, { state: 'failed' })],
    });
    const fetched = viewOf({ mayAct: false, actions: [actionOf(2), actionOf(1)] });
    const merged = mergeActions(held, fetched);
    expect(states(merged)).toEqual(['act_3 approved', 'act_2 done', 'act_1 approved']);
    expect(merged.mayAct).toBe(false);
    expect(mergeActions(undefined, fetched)).toBe(fetched);
  });
});
