import { defineMock } from 'groundwork-e2e/mocks';
import type { paths } from '../../contracts/notification-service';
import { deskOf, SERVICE } from './desk';
import { eventHandlers } from './handlers/events';
import { insideHandlers } from './handlers/inside';
import { attachmentHandlers, messageHandlers } from './handlers/messages';
import { notificationHandlers, outboxHandlers } from './handlers/notifications';
import { threadHandlers } from './handlers/threads';

/** notification-service in memory: threads, files, notices, mails, and live events by its own streams. */
export default defineMock<paths>({
  service: SERVICE,
  beyond: ['* /*'],
  create: (kit) => {
    const desk = deskOf(kit);
    return [
      ...threadHandlers(desk),
      ...messageHandlers(desk),
      ...attachmentHandlers(desk),
      ...eventHandlers(desk),
      ...notificationHandlers(desk),
      ...outboxHandlers(desk),
      ...insideHandlers(desk),
      desk.http.untyped.all('/*', desk.nothingElse),
    ];
  },
});
