import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'react-router';
import { messagesApi, type Notification } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { QueryView } from '../../ui/QueryView';
import { useDisclosure } from '../../ui/useDisclosure';
import { Counter } from './Counter';
import { useUnread } from './live/useUnread';

/** The bell in the header, with the latest notifications below it. */
export function NotificationBell() {
  const { t } = useT();
  const id = useId();
  const { notifications } = useUnread();
  const { open, setOpen, frame } = useDisclosure();
  return (
    <div className="bell" {...frame}>
      <button
        type="button"
        className="header-icon"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 17V11a6 6 0 0 1 12 0v6l2 1H4z M10 20h4" />
        </svg>
        <Counter label={t('notifications.title')} unread={notifications} />
      </button>
      <div id={id} className="popover" hidden={!open}>
        {open && <LatestNotifications onLeave={() => setOpen(false)} />}
      </div>
    </div>
  );
}

function LatestNotifications({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useT();
  const id = useId();
  const queryClient = useQueryClient();
  const query = useQuery({ queryKey: ['notifications'], queryFn: messagesApi.notifications });
  const refresh = () => void queryClient.invalidateQueries({ queryKey: ['notifications'] });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('notifications.title')}</h2>
      <QueryView query={query} part={t('part.notifications')}>
        {({ items, unread }) => (
          <>
            {items.length === 0 && <p className="muted">{t('notifications.none')}</p>}
            <ul aria-label={t('notifications.latest')}>
              {items.map((item) => (
                <NotificationEntry key={item.id} item={item} onLeave={onLeave} />
              ))}
            </ul>
            {unread > 0 && (
              <button
                type="button"
                onClick={() => void messagesApi.readAllNotifications().then(refresh, refresh)}
              >
                {t('notifications.readAll')}
              </button>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}

interface EntryProps {
  readonly item: Notification;
  readonly onLeave: () => void;
}

function NotificationEntry({ item, onLeave }: EntryProps) {
  const { t, tOr, dateTime } = useT();
  const { title, text, link, createdAt, readAt } = item;
  const values = { title, text };
  const open = (): void => {
    // Whether it is marked or not, the reader goes where it leads.
    if (readAt === null) void messagesApi.readNotification(item.id).catch(() => undefined);
    onLeave();
  };
  return (
    <li className={readAt === null ? 'unread' : undefined}>
      {readAt === null && <span className="sr-only">{t('notifications.new')} </span>}
      {link === null ? (
        <strong>{tOr(`notifications.${item.kind}`, title, values)}</strong>
      ) : (
        <Link to={link} onClick={open}>
          {tOr(`notifications.${item.kind}`, title, values)}
        </Link>
      )}
      {text && <span className="line">{tOr(`notifications.${item.kind}.text`, text, values)}</span>}
      <time className="muted" dateTime={createdAt}>
        {dateTime(createdAt)}
      </time>
    </li>
  );
}
