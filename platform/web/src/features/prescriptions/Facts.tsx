import type { ReactNode } from 'react';
import type { Prescription } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { FileButton } from './FileButton';
import { StateBadge } from './StateBadge';

/** What is known of a prescription besides its medicines. */
export function Facts({ prescription }: { readonly prescription: Prescription }) {
  const { t, dateTime } = useT();
  const { patient, doctor, source, note, rejection, createdAt, state } = prescription;
  return (
    <>
      <dl className="prescription-facts">
        <Fact name={t('prescriptions.state')}>
          <StateBadge state={state} />
        </Fact>
        <Fact name={t('prescriptions.patient')}>{patient.name}</Fact>
        <Fact name={t('prescriptions.doctor')}>{doctor?.name ?? t('prescriptions.noDoctor')}</Fact>
        <Fact name={t('prescriptions.received')}>{dateTime(createdAt)}</Fact>
        <Fact name={t('prescriptions.source')}>{t(`prescriptions.source.${source}`)}</Fact>
        {note !== '' && <Fact name={t('prescriptions.note')}>{note}</Fact>}
        {rejection !== null && <Fact name={t('prescriptions.rejection')}>{rejection}</Fact>}
      </dl>
      {source === 'uploaded' && <FileButton prescription={prescription} kind="file" />}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
