import { QueryClient } from '@tanstack/react-query';

// Long enough that two parts of one page share an answer, short enough that the next page asks again.
const STALE_MS = 1_000;

/** The cache of server data. A failed call is shown at once: the user decides about trying again. */
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
