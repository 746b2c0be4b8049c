import type { ProblemDetails } from '@/lib/contracts/parts';
import { PUBLIC_API } from '@/lib/contracts/public-api';

const ROOT = '/api/v1/';

/** Paths of the public API by their parts, null where a parameter stands, with the methods each has. */
const paths = new Map<string, { parts: (string | null)[]; methods: string[] }>();
const offered = [
  ...PUBLIC_API.map(({ contract }) => contract),
  { method: 'GET', path: '/api/v1/openapi.json' },
];
for (const { method, path } of offered) {
  const known = paths.get(path) ?? {
    parts: path.split('/').map((part) => (part.startsWith('{') ? null : part)),
    methods: [],
  };
  known.methods.push(method);
  paths.set(path, known);
}

/** What the framework answers by itself. */
const ALWAYS = new Set(['HEAD', 'OPTIONS']);

/**
 * The refusal of a method that an address of the public API does not have, in the shape of all others: a route file knows only the
 * methods it has, so this is asked before. Null where there is nothing to refuse.
 */
export const refusedMethod = (method: string, pathname: string): Response | null => {
  if (!pathname.startsWith(ROOT) || ALWAYS.has(method)) return null;
  const parts = pathname.split('/');
  const known = [...paths.values()].find(
    ({ parts: of }) =>
      of.length === parts.length && of.every((part, n) => part === null || part === parts[n]),
  );
  if (known === undefined || known.methods.includes(method)) return null;
  const allow = known.methods.join(', ');
  const problem: ProblemDetails = {
    type: 'about:blank#method_not_allowed',
    title: 'Method not allowed',
    status: 405,
    detail: `Here there is ${allow}.`,
    problems: [{ path: 'method', message: `must be ${known.methods.join(' or ')}` }],
  };
  return new Response(JSON.stringify(problem), {
    status: 405,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', allow },
  });
};
