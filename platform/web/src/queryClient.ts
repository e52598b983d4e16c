import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asApiError } from './api/ApiError';

// Two parts of one page share an answer; the next page asks again.
const STALE_MS = 1_000;

/** The cache of server data. A failed call is shown at once; the user may try again. */
export function createQueryClient(): QueryClient {
  // Whoever misses a right that the app believed in has lost it since: the app learns what is left.
  const onError = (error: unknown) => {
    if (asApiError(error).code === 'missing-right') void client.invalidateQueries({ queryKey: ['me'] });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}
