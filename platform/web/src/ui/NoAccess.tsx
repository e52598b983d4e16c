import { useT } from '../i18n/useT';
import { useMe } from '../session/useSession';
import { PageHeading } from './PageHeading';

/** What a user sees who has no right to an area. */
export function NoAccess() {
  const { t } = useT();
  const { account } = useMe();
  return (
    <>
      <PageHeading title={t('noAccess.title')} />
      <p>{t('noAccess.text', { organisation: account.name })}</p>
    </>
  );
}
