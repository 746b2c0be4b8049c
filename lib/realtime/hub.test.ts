import { describe, expect, it } from 'vitest';
import { createHub } from './hub';

const log = () => {
  const events: { id: bigint }[] = [];
  return {
    events,
    add: () => events.push({ id: BigInt(events.length + 1) }),
    source: {
      read: async (after: bigint, limit: number) =>
        events.filter((event) => event.id > after).slice(0, limit),
      last: async () => events.at(-1)?.id ?? 0n,
    },
  };
};
const fail = (thrown: unknown) => {
  throw thrown;
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('hub', () => {
  it('delivers everything once and in order to a subscriber that resumes while others write', async () => {
    const { add, events, source } = log();
    for (let i = 0; i < 700; i++) add();
    const hub = createHub(source, fail);
    const seen: bigint[] = [];
    const joined = hub.join(3n, { onEvents: (batch) => seen.push(...batch.map((event) => event.id)) });
    for (let i = 0; i < 50; i++) {
      add();
      hub.wake();
      await Promise.resolve();
    }
    await joined;
    hub.wake();
    await settled();
    expect(seen).toEqual(events.slice(3).map((event) => event.id));
  });

  it('begins at now when nothing is resumed, and stops after leaving', async () => {
    const { add, source } = log();
    add();
    const hub = createHub(source, fail);
    const seen: bigint[] = [];
    const { leave } = await hub.join(null, {
      onEvents: (batch) => seen.push(...batch.map((event) => event.id)),
    });
    add();
    hub.wake();
    await settled();
    leave();
    add();
    hub.wake();
    await settled();
    expect(seen).toEqual([2n]);
  });

  it('reports a read that fails and goes on with the next wake-up', async () => {
    const { add, source } = log();
    const thrown: unknown[] = [];
    let broken = false;
    const hub = createHub(
      {
        ...source,
        read: (after, limit) => (broken ? Promise.reject(new Error('down')) : source.read(after, limit)),
      },
      (error) => thrown.push(error),
    );
    const seen: bigint[] = [];
    await hub.join(null, { onEvents: (batch) => seen.push(...batch.map((event) => event.id)) });
    broken = true;
    add();
    hub.wake();
    await settled();
    broken = false;
    hub.wake();
    await settled();
    expect(thrown).toHaveLength(1);
    expect(seen).toEqual([1n]);
  });
});
