import { skipToken, useQuery } from '@tanstack/react-query';
import type { Unread } from '../../../api/messages';

/** Where the last told totals are kept. */
export const UNREAD_KEY = ['unread'] as const;

const NOTHING: Unread = { messages: 0, notifications: 0 };

/** How much is unread, as the live events tell it; nothing until the first of them. */
export function useUnread(): Unread {
  const { data } = useQuery<Unread>({
    queryKey: UNREAD_KEY,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? NOTHING;
}
