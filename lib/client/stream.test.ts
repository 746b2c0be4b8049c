import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listen, type Source } from './stream';

const setUp = () => {
  const sources: { emit(name: string, data?: string): void; state: number; closed: boolean }[] = [];
  const waits: [number, () => void][] = [];
  const heard: string[] = [];
  const stop = listen(
    '/s',
    z.object({ n: z.int() }),
    {
      onEvent: ({ n }) => heard.push(`event ${n}`),
      onReset: () => heard.push('reset'),
      onState: (state) => heard.push(state),
      onRefused: () => heard.push('refused'),
    },
    {
      after: (ms, call) => {
        waits.push([ms, call]);
        return () => {};
      },
      open: (): Source => {
        const listeners = new Map<string, (event: MessageEvent<string>) => void>();
        const made = {
          state: 1,
          closed: false,
          emit: (name: string, data = '') => listeners.get(name)?.({ data } as MessageEvent<string>),
        };
        sources.push(made);
        return {
          addEventListener: (name, listener) => void listeners.set(name, listener),
          get readyState() {
            return made.state;
          },
          close: () => {
            made.closed = true;
          },
        };
      },
    },
  );
  return { sources, waits, heard, stop };
};

describe('listen', () => {
  it('hears events and skips what it does not know', () => {
    const { sources, heard } = setUp();
    sources[0]?.emit('open');
    sources[0]?.emit('message', '{"n":1}');
    sources[0]?.emit('message', '{"other":1}');
    sources[0]?.emit('message', 'not json');
    expect(heard).toEqual(['live', 'event 1']);
  });

  it('leaves a short break to the browser', () => {
    const { sources, heard } = setUp();
    const [source] = sources;
    if (source) source.state = 0;
    source?.emit('error');
    source?.emit('open');
    expect(heard).toEqual(['lost', 'live']);
    expect(sources).toHaveLength(1);
  });

  it('opens a new stream where the browser gave up, later each time, and resets', () => {
    const { sources, heard, waits } = setUp();
    for (const round of [0, 1]) {
      const source = sources[round];
      if (source) source.state = 2;
      source?.emit('error');
      waits[round]?.[1]();
    }
    expect(waits.map(([ms]) => ms)).toEqual([1000, 2000]);
    sources[2]?.emit('open');
    expect(heard).toEqual(['lost', 'refused', 'lost', 'refused', 'live', 'reset']);
  });

  it('passes the server’s own reset on, and stops', () => {
    const { sources, heard, stop } = setUp();
    sources[0]?.emit('reset');
    stop();
    expect(heard).toEqual(['reset']);
    expect(sources[0]?.closed).toBe(true);
  });
});
