import { useState } from 'react';
import type { Consultation } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { Part } from '../Part';
import { ChatForm } from './ChatForm';
import { ChatLog } from './ChatLog';
import { EndDialog } from './EndDialog';
import type { Side } from './sideOf';

interface Props {
  readonly consultation: Consultation;
  readonly side: Side;
}

/** The room itself: what both write, and for the doctor the way to the end. */
export function RoomCard({ consultation, side }: Props) {
  const { t } = useT();
  const [ending, setEnding] = useState(false);
  const { id, patient, patientJoined } = consultation;
  const end = side === 'doctor' && (
    <button type="button" className="danger" onClick={() => setEnding(true)}>
      {t('consultations.end')}
    </button>
  );
  return (
    <Part card title={t('consultations.room')} action={end}>
      {side === 'doctor' && (
        <p className="muted" aria-live="polite">
          {t(patientJoined ? 'consultations.patientHere' : 'consultations.patientAway', {
            name: patient.name,
          })}
        </p>
      )}
      <ChatLog id={id} />
      <ChatForm id={id} />
      {ending && <EndDialog consultation={consultation} onClose={() => setEnding(false)} />}
    </Part>
  );
}
