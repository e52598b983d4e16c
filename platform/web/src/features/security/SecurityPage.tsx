import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { PageHeading } from '../../ui/PageHeading';
import { MfaPolicySection } from './MfaPolicySection';
import { MfaSection } from './MfaSection';
import { PasswordSection } from './PasswordSection';

/** How the user signs in and, for the owner, what the organisation demands. */
export function SecurityPage() {
  const { t } = useT();
  const isOwner = useMe().role === 'owner';
  return (
    <>
      <PageHeading title={t('security.title')} lead={t('security.lead')} />
      <div className="sections">
        <MfaSection />
        <PasswordSection />
        {isOwner && <MfaPolicySection />}
      </div>
    </>
  );
}
