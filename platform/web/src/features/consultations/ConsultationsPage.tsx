import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { PageHeading } from '../../ui/PageHeading';
import { ConsultationList } from './ConsultationList';
import { FreeSlots } from './FreeSlots';
import { OwnSlots } from './OwnSlots';

/** Consultations; doctors look after their slots here, patients book them. */
export function ConsultationsPage() {
  const { t } = useT();
  const { role } = useMe();
  return (
    <>
      <PageHeading title={t('consultations.title')} lead={t('consultations.lead')} />
      <div className="consultation-parts">
        <ConsultationList />
        {role === 'patient' && <FreeSlots />}
        {role === 'doctor' && <OwnSlots />}
      </div>
    </>
  );
}
