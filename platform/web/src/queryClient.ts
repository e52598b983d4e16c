import { QueryClient } from '@tanstack/react-query';

// Two parts of one page share an answer; the next page asks again.
const STALE_MS = 1_000;

/** The cache of server data. A failed call is shown at once; the user may try again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
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
}
