import { useQuery } from '@tanstack/react-query';
import { accountApi } from '../../api/account';
import { useT } from '../../i18n/useT';
import { Card } from './Card';

const SHOWN = 5;

/** What happened last in the account. */
export function ActivityCard() {
  const { t, tOr, dateTime } = useT();
  const query = useQuery({
    queryKey: ['audit', 'latest'],
    queryFn: () => accountApi.audit({}, 1, SHOWN),
  });
  const link = { to: '/master-account/audit-log', text: t('dashboard.activity.link') };
  return (
    <Card title={t('dashboard.activity')} part={t('part.audit')} query={query} link={link}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{t('dashboard.activity.none')}</p>
        ) : (
          <ul className="activity">
            {items.map(({ id, at, actor, action, target }) => (
              <li key={id}>
                <span>
                  <strong>{actor.name || t('audit.system')}</strong>{' '}
                  {tOr(`action.${action}`, action)}
                  {target && ` · ${target.name}`}
                </span>
                <time dateTime={at}>{dateTime(at)}</time>
              </li>
            ))}
          </ul>
        )
      }
    </Card>
  );
}
