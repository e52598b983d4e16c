import { Hub } from '@officina/shared/events/hub';
import { requestLimit } from '@officina/shared/uploads/upload';
import { need, type MockKit } from 'groundwork-e2e/mocks';
import { ATTACHMENTS } from '../../backend/services/notification-service/src/attachments';
import type { StreamKit } from '../../backend/services/notification-service/src/events/stream';
import { notificationEnvironment } from '../../backend/services/notification-service/src/settings';
import type { paths } from '../../contracts/notification-service';
import { mockKit, type Callers, type HandlerKit } from '../kit';
import { Events } from './store/events';
import { Files } from './store/files';
import { Mails } from './store/mails';
import { Notifications } from './store/notifications';
import { People } from './store/people';
import { Threads } from './store/threads';

/** The mocked service's name. */
export const SERVICE = 'notification-service';

/** All that the mocked service remembers. */
export interface Store {
  readonly people: People;
  readonly threads: Threads;
  readonly files: Files;
  readonly notifications: Notifications;
  readonly mails: Mails;
  readonly events: Events;
}

/** What every handler of the mock works with. */
export interface Desk extends HandlerKit {
  readonly http: MockKit<paths>['http'];
  readonly log: MockKit<paths>['log'];
  readonly store: Store;
  readonly streams: StreamKit;
  readonly settings: { readonly APP_URL: string };
}

const environment = notificationEnvironment.omit({ DATABASE_URL: true });

// What the service does before it looks for a route: inside only peers pass; people it remembers.
function admission({ people }: Store) {
  return async (request: Request, callers: Callers): Promise<void> => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/internal/')) await callers.service(request);
    if (pathname.startsWith('/api/')) people.remember(await callers.user(request));
  };
}

/** Makes the {@link Desk} of a mock that was just opened. */
export function deskOf({ http, env, log }: MockKit<paths>): Desk {
  const settings = environment.parse(env);
  const hub = new Hub();
  const events = new Events(hub);
  const [threads, notifications] = [new Threads(), new Notifications()];
  const store: Store = { people: new People(), threads, files: new Files(), notifications, mails: new Mails(), events };
  const { newest, after } = events;
  const unread: StreamKit['events']['unread'] = async (reader) => ({
    messages: reader.mayReadMessages ? threads.unreadOf(reader) : 0,
    notifications: notifications.unreadOf(reader),
  });
  const kit = mockKit({
    service: SERVICE,
    internalKey: need(env, 'INTERNAL_KEY'),
    bodyLimit: requestLimit(ATTACHMENTS.most),
    admit: admission(store),
    failed: (error) => log.error({ err: error }, 'request failed unexpectedly'),
  });
  return { ...kit, http, log, store, settings, streams: { hub, settings, events: { newest, after, unread } } };
}
