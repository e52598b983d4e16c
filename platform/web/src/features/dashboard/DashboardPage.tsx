import { useQuery } from '@tanstack/react-query';
import { authApi } from '../../api/auth';
import { locationsApi } from '../../api/locations';
import { usersApi } from '../../api/users';
import { useT } from '../../i18n/useT';
import { hasRight, useMe } from '../../session/useSession';
import { Badge } from '../../ui/Badge';
import { PageHeading } from '../../ui/PageHeading';
import { UnreadCard } from '../messages/UnreadCard';
import { ActivityCard } from './ActivityCard';
import { Card } from './Card';

/** The first page after sign-in: a card for each part, each loading on its own. */
export function DashboardPage() {
  const { t } = useT();
  const user = useMe();
  const organisation = user.account.name;
  const managesUsers = hasRight(user, 'users');
  return (
    <>
      <PageHeading
        title={t('dashboard.title', { name: user.name })}
        lead={t('dashboard.lead', { organisation, role: t(`role.${user.role}`) })}
      />
      <div className="cards">
        {managesUsers && <UsersCard />}
        {hasRight(user, 'messages') && <UnreadCard />}
        <LocationsCard />
        <SecurityCard />
        <SessionsCard />
      </div>
      {managesUsers && <ActivityCard />}
    </>
  );
}

function UsersCard() {
  const { t } = useT();
  const query = useQuery({
    queryKey: ['users', 'count'],
    queryFn: () => usersApi.list({ page: 1, pageSize: 1 }),
  });
  const link = { to: '/master-account/users', text: t('dashboard.users.link') };
  return (
    <Card title={t('dashboard.users')} part={t('part.users')} query={query} link={link}>
      {({ total }) => <p>{t('dashboard.users.text', { count: total })}</p>}
    </Card>
  );
}

function LocationsCard() {
  const { t } = useT();
  const query = useQuery({ queryKey: ['locations', ''], queryFn: () => locationsApi.list('') });
  const link = { to: '/master-account/locations', text: t('dashboard.locations.link') };
  return (
    <Card title={t('dashboard.locations')} part={t('part.locations')} query={query} link={link}>
      {({ total }) => <p>{t('dashboard.locations.text', { count: total })}</p>}
    </Card>
  );
}

function SecurityCard() {
  const { t } = useT();
  const query = useQuery({ queryKey: ['mfa'], queryFn: authApi.mfa });
  const link = { to: '/master-account/security', text: t('dashboard.security.link') };
  return (
    <Card title={t('dashboard.security')} part={t('part.security')} query={query} link={link}>
      {({ enabled, recoveryCodesLeft }) => (
        <>
          <p>
            <Badge tone={enabled ? 'good' : 'warn'}>
              {t(enabled ? 'dashboard.security.on' : 'dashboard.security.off')}
            </Badge>
          </p>
          {enabled && <p>{t('dashboard.security.codes', { count: recoveryCodesLeft })}</p>}
        </>
      )}
    </Card>
  );
}

function SessionsCard() {
  const { t } = useT();
  const query = useQuery({ queryKey: ['sessions'], queryFn: authApi.sessions });
  const link = { to: '/master-account/sessions', text: t('dashboard.sessions.link') };
  return (
    <Card title={t('dashboard.sessions')} part={t('part.sessions')} query={query} link={link}>
      {({ sessions }) => <p>{t('dashboard.sessions.text', { count: sessions.length })}</p>}
    </Card>
  );
}
