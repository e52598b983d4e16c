import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { prescriptionsApi, type Prescription } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { AllergiesSection } from './AllergiesSection';
import { ChecksSection } from './ChecksSection';
import { EditLinesDialog } from './EditLinesDialog';
import { Facts } from './Facts';
import { HistorySection } from './HistorySection';
import { LinesTable } from './LinesTable';
import { mayEdit, maySeeChecks } from './may';
import { Section } from './Section';
import { StepButtons } from './StepButtons';

/** One prescription with everything about it. */
export function PrescriptionPage() {
  const { t } = useT();
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['prescriptions', id],
    queryFn: () => prescriptionsApi.read(id),
  });
  const seesChecks = maySeeChecks(useMe().role);
  return (
    <>
      <PageHeading
        title={query.data?.number ?? t('prescriptions.one')}
        {...(query.data ? { lead: query.data.patient.name } : {})}
      >
        <Link to="/prescriptions">{t('prescriptions.back')}</Link>
      </PageHeading>
      <div className="prescription">
        <QueryView query={query} part={t('part.prescription')}>
          {(prescription) => <Main prescription={prescription} />}
        </QueryView>
        <div className="prescription-aside">
          {seesChecks && <ChecksSection id={id} />}
          {query.data && <AllergiesSection patient={query.data.patient} />}
          <HistorySection id={id} />
        </div>
      </div>
    </>
  );
}

function Main({ prescription }: { readonly prescription: Prescription }) {
  const { t } = useT();
  const [editing, setEditing] = useState(false);
  const { lines } = prescription;
  return (
    <div className="prescription-main">
      <StepButtons prescription={prescription} />
      <Section title={t('prescriptions.facts')}>
        <Facts prescription={prescription} />
      </Section>
      <Section title={t('prescriptions.medicines')}>
        {lines.length === 0 ? (
          <p className="muted">{t('prescriptions.noMedicines')}</p>
        ) : (
          <LinesTable lines={lines} />
        )}
        {mayEdit(useMe().role, prescription) && (
          <div className="buttons">
            <button type="button" onClick={() => setEditing(true)}>
              {t('prescriptions.editLines')}
            </button>
          </div>
        )}
      </Section>
      {editing && <EditLinesDialog prescription={prescription} onClose={() => setEditing(false)} />}
    </div>
  );
}
