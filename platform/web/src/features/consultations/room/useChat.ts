import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { consultationsApi, type ChatMessage } from '../../../api/consultations';
import type { Page } from '../../../api/types';
import { chatKey } from './keys';

/** Shows a message at once, wherever it came from; the same one twice is one. */
export function addMessage(queryClient: QueryClient, id: string, message: ChatMessage): void {
  queryClient.setQueryData<Page<ChatMessage>>(chatKey(id), (page) => {
    if (page === undefined || page.items.some((known) => known.id === message.id)) return page;
    const items = [...page.items, message].toSorted((a, b) => a.number - b.number);
    return { ...page, items, total: page.total + 1 };
  });
}

/** What was written in a room. */
export function useChat(id: string) {
  const queryClient = useQueryClient();
  const query = useQuery({ queryKey: chatKey(id), queryFn: () => consultationsApi.chat(id) });
  const write = async (text: string): Promise<void> => {
    addMessage(queryClient, id, await consultationsApi.write(id, text));
  };
  return { query, write };
}
