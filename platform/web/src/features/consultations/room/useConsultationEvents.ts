import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { consultationEventsPath, type ChatMessage } from '../../../api/consultations';
import type { LiveEvent } from '../../../api/liveEvents';
import { keepListening } from '../../messages/live/keepListening';
import { chatKey, consultationKey } from './keys';
import { addMessage } from './useChat';

interface RoomEventData {
  readonly message?: ChatMessage;
}

/** Keeps a consultation and its chat up to date; only the two people in it may listen. */
export function useConsultationEvents(id: string, mayListen: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!mayListen) return undefined;
    return keepListening<RoomEventData>({
      path: consultationEventsPath(id),
      onEvent: (event, fresh) => apply({ queryClient, id }, event, fresh),
    });
  }, [queryClient, id, mayListen]);
}

interface Room {
  readonly queryClient: QueryClient;
  readonly id: string;
}

function apply({ queryClient, id }: Room, event: LiveEvent<RoomEventData>, fresh: boolean): void {
  const { type, data } = event;
  if (data.message) addMessage(queryClient, id, data.message);
  // What came between other answers and a fresh event is in neither of them.
  if (fresh) void queryClient.invalidateQueries({ queryKey: chatKey(id) });
  if (fresh || type === 'changed') {
    void queryClient.invalidateQueries({ queryKey: consultationKey(id) });
  }
}
