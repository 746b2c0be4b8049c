import type { z } from 'zod';
import { apiActor } from '@/lib/auth/api-actor';
import { currentUser } from '@/lib/auth/current-user';
import type { Contract } from '@/lib/contracts/contract';
import { intentionKey } from '@/lib/contracts/parts';
import { AppError, type Problem } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import type { Actor, UserActor } from '@/lib/domain/user';
import { problemResponse } from './problem';
import { readJson } from './read-json';
import { requireSameOrigin } from './same-origin';

interface Parsed<P, Q, B> {
  params: P;
  query: Q;
  body: B;
}

interface Context {
  /** Nothing where the path has no parameters. */
  params: Promise<Record<string, string | string[] | undefined> | undefined>;
}

type Handler = (request: Request, context: Context) => Promise<Response>;

const parse = <S extends z.ZodType>(schema: S, value: unknown, where: string): z.output<S> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems: Problem[] = result.error.issues.flatMap((issue) => {
    const base = [where, ...issue.path.map(String)].filter(Boolean);
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...base, key]) : [base];
    return paths.map((path) => ({
      path: path.join('.') || 'body',
      message: issue.code === 'unrecognized_keys' ? 'is not a known field' : issue.message,
    }));
  });
  const [first] = problems;
  throw new AppError('invalid', first ? `${first.path}: ${first.message}` : 'invalid input', { problems });
};

/** To delete a thing nothing need be sent; whatever else changes something sends JSON. */
const bodyOf = async (request: Request): Promise<unknown> => {
  const bare =
    request.method === 'DELETE' &&
    !request.headers.has('content-type') &&
    Number(request.headers.get('content-length') ?? 0) === 0;
  return request.method === 'GET' || bare ? {} : readJson(request);
};

const handle = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, A>(
  contract: Contract<P, Q, B, R>,
  actorOf: (request: Request) => Promise<A>,
  act: (actor: A, input: Parsed<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Handler => {
  return async (request, context) => {
    try {
      const actor = await actorOf(request);
      const params = parse(contract.params, (await context.params) ?? {}, 'params');
      const query = parse(contract.query, Object.fromEntries(new URL(request.url).searchParams), 'query');
      const body = parse(contract.body, await bodyOf(request), '');
      const output = await act(actor, { params, query, body });
      return Response.json(contract.response.parse(output), {
        status: contract.status,
        headers: { 'cache-control': 'no-store' },
      });
    } catch (thrown) {
      return problemResponse(thrown);
    }
  };
};

const signedIn = async (request: Request): Promise<UserActor> => {
  if (request.method !== 'GET') requireSameOrigin(request);
  const actor = await currentUser();
  if (!actor) throw new AppError('unauthenticated', 'no session', { userMessage: 'Sign in to go on.' });
  return actor;
};

/** An endpoint of the console: a signed-in user, from our own pages. */
export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  act: (actor: UserActor, input: Parsed<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Handler => handle(contract, signedIn, act);

/** An endpoint of the public API: whoever holds an API key. */
export const apiRoute = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  act: (actor: Actor, input: Parsed<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Handler => handle(contract, apiActor, act);

const keyOf = (request: Request): string => {
  const key = request.headers.get('idempotency-key') ?? '';
  const read = intentionKey.safeParse(key);
  if (read.success) return read.data;
  const message = key === '' ? 'is missing' : (read.error.issues[0]?.message ?? '');
  throw new AppError('invalid', `Idempotency-Key ${message}`, {
    userMessage: `The header Idempotency-Key ${message}. Make one up for each thing you want done.`,
    problems: [{ path: 'header.Idempotency-Key', message }],
  });
};

/** What a caller asks, and the key under which they may ask it again. */
export interface KeyedRequest {
  key: string;
  /** SHA-256 of method, path and everything sent. */
  hash: string;
}

/** An endpoint of the public API that does something once for each `Idempotency-Key`. */
export const keyedRoute = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
>(
  contract: Contract<P, Q, B, R>,
  act: (
    actor: Actor,
    input: Parsed<z.output<P>, z.output<Q>, z.output<B>>,
    keyed: KeyedRequest,
  ) => Promise<z.input<R>>,
): Handler =>
  handle(
    contract,
    async (request) => ({ actor: await apiActor(request), key: keyOf(request) }),
    ({ actor, key }, input) =>
      act(actor, input, { key, hash: hashOf({ method: contract.method, path: contract.path, ...input }) }),
  );

/** An endpoint anyone may call from our own pages; the use case is given the request's own secret, not an actor. */
export const openRoute = <
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  R extends z.ZodType,
  A,
>(
  contract: Contract<P, Q, B, R>,
  secretOf: (request: Request) => Promise<A>,
  act: (secret: A, input: Parsed<z.output<P>, z.output<Q>, z.output<B>>) => Promise<z.input<R>>,
): Handler =>
  handle(
    contract,
    async (request) => {
      if (request.method !== 'GET') requireSameOrigin(request);
      return secretOf(request);
    },
    act,
  );
