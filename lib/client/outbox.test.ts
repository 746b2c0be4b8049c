import { describe, expect, it } from 'vitest';
import { createOutbox, type HeldReply } from './outbox';

const setUp = (fail = false) => {
  const sent: string[] = [];
  const timers = new Map<() => void, number>();
  const state = { fail };
  const outbox = createOutbox({
    holdMs: 5000,
    now: () => 1000,
    explain: () => 'No connection.',
    after: (ms, call) => {
      timers.set(call, ms);
      return () => timers.delete(call);
    },
    send: async (reply) => {
      if (state.fail) throw new Error('down');
      sent.push(`${reply.clientId}:${reply.text}`);
    },
  });
  const elapse = async (): Promise<void> => {
    for (const call of [...timers.keys()]) call();
    await Promise.resolve();
    await Promise.resolve();
  };
  const hold = (clientId: string, conversationId = 'c'): void =>
    outbox.hold({ clientId, conversationId, text: clientId, cueId: null });
  const states = (): HeldReply['state'][] => outbox.store.get().map((reply) => reply.state);
  return { outbox, sent, elapse, hold, states, state };
};

describe('the outbox', () => {
  it('holds a reply, then sends it once', async () => {
    const { outbox, sent, elapse, hold } = setUp();
    hold('a');
    expect(sent).toEqual([]);
    expect(outbox.store.get()[0]?.dueAt).toBe(6000);
    await elapse();
    await elapse();
    expect(sent).toEqual(['a:a']);
    expect(outbox.store.get()).toEqual([]);
  });

  it('gives an undone reply back and never sends it', async () => {
    const { outbox, sent, elapse, hold } = setUp();
    hold('a');
    expect(outbox.undo('a')?.text).toBe('a');
    await elapse();
    await outbox.flush();
    expect(sent).toEqual([]);
    expect(outbox.undo('a')).toBeNull();
  });

  it('sends the held one first when another follows in the same conversation', async () => {
    const { outbox, sent, hold } = setUp();
    hold('a');
    hold('x', 'other');
    hold('b');
    await Promise.resolve();
    expect(sent).toEqual(['a:a']);
    await outbox.flush();
    expect(sent.toSorted()).toEqual(['a:a', 'b:b', 'x:x']);
  });

  it('keeps what failed, with its id, until it goes out or is taken back', async () => {
    const { outbox, sent, elapse, hold, states, state } = setUp(true);
    hold('a');
    await elapse();
    expect(states()).toEqual(['failed']);
    expect(outbox.store.get()[0]?.error).toBe('No connection.');
    state.fail = false;
    await outbox.retry('a');
    expect(sent).toEqual(['a:a']);
    expect(states()).toEqual([]);
  });
});
