/** One server-sent event; `id` lets the browser resume after it. */
export interface ServerSentEvent {
  id?: string;
  event?: string;
  data: unknown;
}

export interface EventStream {
  send(event: ServerSentEvent): void;
  close(): void;
}

/** A comment often enough that proxies keep the connection and a dead one is noticed. */
const HEARTBEAT_MS = 15_000;

/** A reader that lets this many bytes pile up is cut off; it resumes from its last event. */
const BACKLOG_BYTES = 1_000_000;

const frame = ({ id, event, data }: ServerSentEvent): string =>
  `${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`;

/**
 * A stream of events until the browser leaves, `stillAllowed` says no (asked with every heartbeat), or the reader falls too far behind.
 * `start` returns what to do when it ends.
 */
export const eventStream = (
  request: Request,
  stillAllowed: () => Promise<boolean>,
  start: (stream: EventStream) => Promise<() => void>,
): Response => {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start: async (controller) => {
        let closed = false;
        let leave: (() => void) | undefined;
        const close = () => {
          if (closed) return;
          closed = true;
          clearInterval(heartbeat);
          leave?.();
          try {
            controller.close();
          } catch {
            // The browser was faster: the stream is cancelled already.
          }
        };
        const write = (text: string) => {
          if (closed) return;
          if ((controller.desiredSize ?? 0) < -BACKLOG_BYTES) return close();
          controller.enqueue(encoder.encode(text));
        };
        const heartbeat = setInterval(() => {
          write(': \n\n');
          stillAllowed().then(
            (allowed) => allowed || close(),
            () => close(),
          );
        }, HEARTBEAT_MS);
        stop = close;
        request.signal.addEventListener('abort', close);
        write('retry: 1000\n\n');
        try {
          const end = await start({ send: (event) => write(frame(event)), close });
          if (closed) end();
          else leave = end;
        } catch {
          close();
        }
      },
      cancel: () => stop(),
    },
    { highWaterMark: 1, size: (chunk) => chunk.byteLength },
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
};
