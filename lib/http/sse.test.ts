import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EventStream, eventStream } from './sse';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Opens a stream and reads it as it comes. */
const open = async ({ allowed = async () => true }: { allowed?: () => Promise<boolean> } = {}) => {
  const browser = new AbortController();
  const ended = vi.fn();
  let stream: EventStream | undefined;
  const response = eventStream(
    new Request('http://desk.example/api/stream', { signal: browser.signal }),
    allowed,
    async (opened) => {
      stream = opened;
      return ended;
    },
  );
  const read = { text: '', over: false };
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const reading = (async () => {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      read.text += value;
    }
    read.over = true;
  })();
  await vi.advanceTimersByTimeAsync(0);
  if (!stream) throw new Error('not started');
  return { response, stream, browser, ended, read, reading };
};

describe('a stream of events', () => {
  it('is one that no cache keeps, and says how soon to come back', async () => {
    const { response, read, stream } = await open();
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(read.text).toBe('retry: 1000\n\n');
    stream.close();
  });

  it('sends each event with the id to resume from, on one line whatever its text', async () => {
    const { read, stream } = await open();
    stream.send({ id: '7', data: { text: 'a\nb\r\n\ndata: forged' } });
    stream.send({ event: 'hello', data: {} });
    await vi.advanceTimersByTimeAsync(0);
    expect(read.text).toBe(
      'retry: 1000\n\nid: 7\ndata: {"text":"a\\nb\\r\\n\\ndata: forged"}\n\nevent: hello\ndata: {}\n\n',
    );
    stream.close();
  });

  it('ends within 30 seconds after its reader may no longer read', async () => {
    let may = true;
    const { read, ended } = await open({ allowed: async () => may });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(read.over).toBe(false);
    may = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(read.over).toBe(true);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('ends when nobody can say whether its reader may read', async () => {
    const { read } = await open({ allowed: () => Promise.reject(new Error('down')) });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(read.over).toBe(true);
  });

  it('shows that it lives while nothing happens', async () => {
    const { read, stream } = await open();
    await vi.advanceTimersByTimeAsync(31_000);
    expect(read.text.match(/^: /gm)?.length).toBeGreaterThanOrEqual(2);
    stream.close();
  });

  it('lets go of everything when the browser leaves, once', async () => {
    const { browser, ended, stream } = await open();
    browser.abort();
    stream.close();
    stream.send({ data: 'nobody hears' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ended).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('cuts off a reader that does not read', async () => {
    const ended = vi.fn();
    let stream: EventStream | undefined;
    eventStream(
      new Request('http://desk.example'),
      async () => true,
      async (opened) => {
        stream = opened;
        return ended;
      },
    );
    await vi.advanceTimersByTimeAsync(0);
    for (let n = 0; n < 30; n++) stream?.send({ data: 'x'.repeat(100_000) });
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
