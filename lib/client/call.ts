import type { z } from 'zod';
import type { Contract } from '../contracts/contract';
import { problemSchema } from '../contracts/parts';

/** A request that did not succeed, as the screen can show it. `status` 0 means that nothing answered. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly problems: { path: string; message: string }[] = [],
  ) {
    super(message);
    this.name = 'RequestFailed';
  }

  get offline(): boolean {
    return this.status === 0;
  }
}

interface Input<P, Q, B> {
  params?: P;
  query?: Q;
  body?: B;
  signal?: AbortSignal;
  /** Lets a small request finish after the page is left. */
  keepalive?: boolean;
}

const fill = (path: string, params: Record<string, unknown>): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(params[name])));

const failure = async (response: Response): Promise<RequestFailed> => {
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  return problem.success
    ? new RequestFailed(response.status, problem.data.detail, problem.data.problems)
    : new RequestFailed(response.status, `The server answered ${response.status}.`);
};

/** Calls an endpoint by its contract and parses the answer. Throws `RequestFailed`. */
export const call = async <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  contract: Contract<P, Q, B, R>,
  { params, query, body, signal, keepalive }: Input<z.input<P>, z.input<Q>, z.input<B>> = {},
): Promise<z.output<R>> => {
  const search = new URLSearchParams(
    Object.entries((query ?? {}) as Record<string, unknown>).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]],
    ),
  ).toString();
  const url = fill(contract.path, (params ?? {}) as Record<string, unknown>) + (search ? `?${search}` : '');
  const init: RequestInit = { method: contract.method, credentials: 'same-origin' };
  if (signal) init.signal = signal;
  if (keepalive) init.keepalive = true;
  if (contract.method !== 'GET') {
    init.headers = { 'content-type': 'application/json' };
    init.body = JSON.stringify(body ?? {});
  }
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RequestFailed(0, 'No connection. What you typed is kept.');
  }
  if (!response.ok) throw await failure(response);
  return contract.response.parse(await response.json());
};
