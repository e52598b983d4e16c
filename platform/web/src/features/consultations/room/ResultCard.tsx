import { Link } from 'react-router';
import type { Consultation } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { hasRight, useMe } from '../../../session/useSession';
import { Part } from '../Part';
import type { Side } from './sideOf';

interface Props {
  readonly consultation: Consultation;
  readonly side: Side;
}

/** What came of a consultation. */
export function ResultCard({ consultation, side }: Props) {
  const { t } = useT();
  const { state, cancelledBy, summary, doctor, patient } = consultation;
  if (state === 'cancelled') {
    const name = cancelledBy === 'doctor' ? doctor.name : patient.name;
    return (
      <Part card title={t('consultations.result')}>
        <p>{t('consultations.cancelledBy', { name })}</p>
      </Part>
    );
  }
  return (
    <Part card title={t('consultations.result')}>
      <p className="message-text">
        {side === 'bystander' ? t('consultations.summaryHidden') : summary}
      </p>
      <PrescriptionLine consultation={consultation} />
    </Part>
  );
}

function PrescriptionLine({ consultation }: Pick<Props, 'consultation'>) {
  const { t } = useT();
  const mayOpen = hasRight(useMe(), 'prescriptions');
  const { prescription } = consultation;
  if (prescription === null) return <p className="muted">{t('consultations.noPrescription')}</p>;
  const text = t('consultations.prescription', { number: prescription.number });
  return (
    <p>{mayOpen ? <Link to={`/prescriptions/${prescription.id}`}>{text}</Link> : text}</p>
  );
}
