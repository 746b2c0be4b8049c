import { encode } from 'next-auth/jwt';
import type { UserActor } from '@/lib/domain/user';
import { env } from '@/lib/env';
import type { Handler } from './route-files';

const ORIGIN = 'http://desk.example';

/** The cookie that next-auth gives a browser after signing in. */
export const sessionCookie = async ({
  sessionId,
}: Pick<UserActor, 'sessionId'>): Promise<{ name: string; value: string }> => ({
  name: 'next-auth.session-token',
  value: await encode({ token: { sessionId }, secret: env().AUTH_SECRET ?? '' }),
});

export interface Sent {
  id?: string;
  query?: string;
  /** Parameters of the path beside its id. */
  params?: Record<string, string>;
  body?: unknown;
  /** Sent as it is, instead of `body` as JSON. */
  raw?: BodyInit;
  headers?: Record<string, string>;
}

/** Sends a request to a handler as a page of ours would. `route` is as in the access matrix. */
export const send = (
  handler: Handler,
  route: string,
  { id, query = '', params: more = {}, body, raw, headers }: Sent = {},
): Promise<Response> => {
  const [method = 'GET', path = '/'] = route.split(' ');
  const [slot = '', name = ''] = /\[(\w+)\]/.exec(path) ?? [];
  const address = Object.entries(more).reduce(
    (left, [param, value]) => left.replace(`[${param}]`, value),
    path.replace(slot, id ?? ''),
  );
  const url = `${ORIGIN}${address}${query}`;
  const payload = raw ?? (body === undefined ? null : JSON.stringify(body));
  const request = new Request(url, {
    method,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(method === 'GET' || (method === 'DELETE' && payload === null)
        ? {}
        : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === null ? {} : { body: payload, duplex: 'half' }),
  } as RequestInit);
  const params: Record<string, string> = {
    ...more,
    ...(id === undefined || name === '' ? {} : { [name]: id }),
  };
  return handler(request, { params: Promise.resolve(params) });
};
