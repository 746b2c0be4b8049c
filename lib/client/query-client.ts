import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { RequestFailed } from './call';

/** Worth another try: nothing answered, or the server was not ready. What was refused stays refused. */
const canRetry = (thrown: unknown): boolean =>
  thrown instanceof RequestFailed && (thrown.offline || thrown.status === 429 || thrown.status >= 502);

/** The console's cache. The stream keeps it current, so nothing is fetched again only because time passed. */
export const makeQueryClient = (onSignedOut: () => void): QueryClient => {
  const onError = (thrown: unknown): void => {
    if (thrown instanceof RequestFailed && thrown.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, thrown) => failures < 3 && canRetry(thrown),
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 8000),
        // A request made offline fails at once and says so, instead of waiting unseen.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
};

/** What went wrong, for people. */
export const explain = (thrown: unknown): string =>
  thrown instanceof RequestFailed
    ? [
        thrown.message,
        ...thrown.problems.map(({ path, message }) => (path === '' ? message : `${path} ${message}`)),
      ].join(' · ')
    : 'Something went wrong here. Nothing was lost.';
