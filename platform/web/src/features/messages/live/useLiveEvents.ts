import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveEvent } from '../../../api/liveEvents';
import { useMe } from '../../../session/useSession';
import { keepListening } from './keepListening';
import { UNREAD_KEY } from './useUnread';

const LONGEST_START_MS = 1_000;

/** Keeps what is shown up to date with the server; to be used once, by the frame of all pages. */
export function useLiveEvents(): void {
  const queryClient = useQueryClient();
  const { id } = useMe();
  useEffect(() => {
    let stop = (): void => undefined;
    // What the page itself asks for goes first.
    const cancel = whenIdle(() => {
      stop = keepListening((event, first) => apply(queryClient, event, first));
    });
    return () => {
      cancel();
      stop();
    };
  }, [queryClient, id]);
}

function apply(queryClient: QueryClient, { type, data }: LiveEvent, first: boolean): void {
  queryClient.setQueryData(UNREAD_KEY, data.unread);
  const invalidate = (key: string) => void queryClient.invalidateQueries({ queryKey: [key] });
  // What came between the first answers and the first event is in neither of them.
  if (first || data.threadId !== undefined) invalidate('messages');
  if (first || (type !== 'heartbeat' && data.threadId === undefined)) invalidate('notifications');
}

function whenIdle(start: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = window.requestIdleCallback(start, { timeout: LONGEST_START_MS });
    return () => window.cancelIdleCallback(handle);
  }
  const timer = setTimeout(start, LONGEST_START_MS);
  return () => clearTimeout(timer);
}
