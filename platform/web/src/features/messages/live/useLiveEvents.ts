import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveEvent } from '../../../api/liveEvents';
import type { Unread } from '../../../api/messages';
import { useMe } from '../../../session/useSession';
import { keepListening } from './keepListening';
import { UNREAD_KEY } from './useUnread';

const LONGEST_START_MS = 1_000;

/** What an event of messages and notifications tells. */
interface UserEventData {
  readonly unread: Unread;
  readonly threadId?: string;
}

/** Keeps what is shown up to date with the server; to be used once, by the frame of all pages. */
export function useLiveEvents(): void {
  const queryClient = useQueryClient();
  const { id } = useMe();
  useEffect(() => {
    let stop = (): void => undefined;
    // What the page itself asks for goes first.
    const cancel = whenIdle(() => {
      stop = keepListening<UserEventData>({
        path: '/api/messages/events',
        onEvent: (event, fresh) => apply(queryClient, event, fresh),
      });
    });
    return () => {
      cancel();
      stop();
    };
  }, [queryClient, id]);
}

function apply(queryClient: QueryClient, { type, data }: LiveEvent<UserEventData>, fresh: boolean): void {
  queryClient.setQueryData(UNREAD_KEY, data.unread);
  const invalidate = (key: string) => void queryClient.invalidateQueries({ queryKey: [key] });
  // What came between other answers and a fresh event is in neither of them.
  if (fresh || data.threadId !== undefined) invalidate('messages');
  if (fresh || (type !== 'heartbeat' && data.threadId === undefined)) invalidate('notifications');
}

function whenIdle(start: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = window.requestIdleCallback(start, { timeout: LONGEST_START_MS });
    return () => window.cancelIdleCallback(handle);
  }
  const timer = setTimeout(start, LONGEST_START_MS);
  return () => clearTimeout(timer);
}
