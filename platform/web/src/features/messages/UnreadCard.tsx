import { useQuery } from '@tanstack/react-query';
import { messagesApi } from '../../api/messages';
import { useT } from '../../i18n/useT';
import { Card } from '../dashboard/Card';

/** Unread messages, on the dashboard. */
export function UnreadCard() {
  const { t } = useT();
  // The key lies under that of the messages, so live events refresh it as well.
  const query = useQuery({ queryKey: ['messages', 'unread'], queryFn: messagesApi.unread });
  const link = { to: '/messages', text: t('dashboard.messages.link') };
  return (
    <Card title={t('dashboard.messages')} part={t('part.messages')} query={query} link={link}>
      {({ total }) => (
        <p>
          {total === 0
            ? t('dashboard.messages.none')
            : t('dashboard.messages.text', { count: total })}
        </p>
      )}
    </Card>
  );
}
