import { Link } from 'react-router';
import { useT } from '../../i18n/useT';
import { hasRight, useMe } from '../../session/useSession';
import { useUnread } from './live/useUnread';
import { Counter } from './Counter';

/** Leads to the messages from everywhere, and says how many are unread. */
export function MessagesLink() {
  const { t } = useT();
  const { messages } = useUnread();
  if (!hasRight(useMe(), 'messages')) return null;
  return (
    <Link className="header-icon" to="/messages">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M4 6h16v12H4z M4 7l8 6 8-6" />
      </svg>
      <Counter label={t('nav.messages')} unread={messages} />
    </Link>
  );
}
