import { expect, test } from 'vitest';
import { createPump } from './pump';

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const fail = (thrown: unknown): never => {
  throw thrown;
};

/** A queue in memory, and jobs that end when they are told to. */
const shop = () => {
  const waiting: number[] = [];
  const ends = new Map<number, () => void>();
  let looks = 0;
  return {
    waiting,
    looks: () => looks,
    running: () => [...ends.keys()],
    end: (job: number) => {
      ends.get(job)?.();
      ends.delete(job);
    },
    fetch: async (limit: number) => {
      looks += 1;
      return waiting.splice(0, limit);
    },
    work: (job: number) => new Promise<void>((resolve) => ends.set(job, resolve)),
  };
};

test('runs no more at once than it may, and goes on when one ends', async () => {
  const { waiting, running, end, fetch, work } = shop();
  const pump = createPump({ concurrency: 3, fetch, work, onError: fail });
  waiting.push(1, 2, 3, 4, 5);
  pump.wake();
  await settled();
  expect(running()).toEqual([1, 2, 3]);
  end(2);
  await settled();
  expect(running()).toEqual([1, 3, 4]);
});

test('looks once for one job, though many might run', async () => {
  const { waiting, looks, running, fetch, work } = shop();
  const pump = createPump({ concurrency: 64, fetch, work, onError: fail });
  waiting.push(1);
  pump.wake();
  await settled();
  expect(running()).toEqual([1]);
  expect(looks()).toBe(1);
});

test('misses no job that came while it looked', async () => {
  const { waiting, running, work } = shop();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  let first = true;
  const fetch = async (limit: number) => {
    const found = waiting.splice(0, limit);
    if (first) await arrived;
    first = false;
    return found;
  };
  const pump = createPump({ concurrency: 2, fetch, work, onError: fail });
  pump.wake();
  await settled();
  waiting.push(1);
  pump.wake();
  arrive();
  await settled();
  expect(running()).toEqual([1]);
});

test('takes nothing more once it is stopped, and waits for what runs', async () => {
  const { waiting, running, end, fetch, work } = shop();
  const pump = createPump({ concurrency: 1, fetch, work, onError: fail });
  waiting.push(1, 2);
  pump.wake();
  await settled();
  let over = false;
  const stopping = pump.stop().then(() => {
    over = true;
  });
  await settled();
  expect(over).toBe(false);
  end(1);
  await stopping;
  expect(running()).toEqual([]);
  expect(waiting).toEqual([2]);
});

test('a look or a job that fails is reported, and the next wake-up works', async () => {
  const { waiting, running, fetch, work } = shop();
  const thrown: unknown[] = [];
  let away = true;
  const pump = createPump({
    concurrency: 1,
    fetch: (limit) => (away ? Promise.reject(new Error('no database')) : fetch(limit)),
    work: (job: number) => (job === 1 ? Promise.reject(new Error('bad job')) : work(job)),
    onError: (error) => thrown.push(error),
  });
  waiting.push(1, 2);
  pump.wake();
  await settled();
  away = false;
  pump.wake();
  await settled();
  expect(thrown).toMatchObject([{ message: 'no database' }, { message: 'bad job' }]);
  expect(running()).toEqual([2]);
});
