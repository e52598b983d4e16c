import { useQuery } from '@tanstack/react-query';
import { accountApi } from '../../api/account';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { SettingsForm } from './SettingsForm';

/** The details of the master account; the owner changes them, others read them. */
export function SettingsPage() {
  const { t } = useT();
  const isOwner = useMe().role === 'owner';
  const account = useQuery({ queryKey: ['account'], queryFn: accountApi.account });
  return (
    <>
      <PageHeading title={t('settings.title')} lead={t('settings.lead')} />
      <QueryView query={account} part={t('part.account')}>
        {(data) => (
          <>
            {!isOwner && <p className="notice warning">{t('settings.readOnly')}</p>}
            <SettingsForm account={data} readOnly={!isOwner} />
          </>
        )}
      </QueryView>
    </>
  );
}
