import { Link } from 'react-router';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';

/** Says that there is no page at this address. */
export function NotFoundPage() {
  const { t } = useT();
  return (
    <>
      <PageHeading title={t('notFound.title')} lead={t('notFound.text')} />
      <Link to="/dashboard">{t('common.backToStart')}</Link>
    </>
  );
}
