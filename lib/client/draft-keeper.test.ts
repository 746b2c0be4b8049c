import { describe, expect, it } from 'vitest';
import { createDraftKeeper } from './draft-keeper';

const setUp = () => {
  const kept = new Map<string, string>();
  const saved: string[] = [];
  const timers = new Set<() => void>();
  const state = { offline: false, held: false };
  const make = () =>
    createDraftKeeper({
      delayMs: 600,
      isHeld: () => state.held,
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      after: (_ms, call) => {
        timers.add(call);
        return () => timers.delete(call);
      },
      save: async (_id, draft) => {
        if (state.offline) throw new Error('offline');
        saved.push(draft.text);
      },
    });
  const pause = async (): Promise<void> => {
    for (const call of [...timers]) call();
    for (let i = 0; i < 4; i++) await Promise.resolve();
  };
  return { make, kept, saved, pause, state };
};

describe('the draft keeper', () => {
  it('saves once typing pauses', async () => {
    const { make, saved, pause, kept } = setUp();
    const drafts = make();
    drafts.change('c', { text: 'H', cueId: null });
    drafts.change('c', { text: 'Hi', cueId: null });
    expect(saved).toEqual([]);
    await pause();
    expect(saved).toEqual(['Hi']);
    expect(kept.size).toBe(0);
    expect(drafts.unsaved('c')).toBeNull();
  });

  it('keeps a draft in the browser while there is no connection, over a reload too', async () => {
    const { make, saved, pause, state } = setUp();
    state.offline = true;
    const drafts = make();
    drafts.change('c', { text: 'two\nlines', cueId: 'q' });
    await pause();
    expect(make().unsaved('c')).toEqual({ text: 'two\nlines', cueId: 'q' });
    state.offline = false;
    await drafts.flush();
    expect(saved).toEqual(['two\nlines']);
    expect(make().unsaved('c')).toBeNull();
  });

  it('leaves the words of a held reply in place until it is out', async () => {
    const { make, saved, pause, kept, state } = setUp();
    state.held = true;
    const drafts = make();
    drafts.change('c', { text: '', cueId: null });
    await pause();
    expect(saved).toEqual([]);
    expect(kept.size).toBe(0);
    state.held = false;
    await drafts.flush();
    expect(saved).toEqual(['']);
  });
});
