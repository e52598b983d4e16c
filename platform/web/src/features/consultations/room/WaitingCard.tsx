import type { Consultation } from '../../../api/consultations';
import type { MessageKey } from '../../../i18n/messages';
import { useT } from '../../../i18n/useT';
import { Failure } from '../../../ui/Failure';
import { Part } from '../Part';
import type { Side } from './sideOf';
import { useStep } from './useStep';

interface Props {
  readonly consultation: Consultation;
  readonly side: Side;
}

function waitingText({ consultation, side }: Props): MessageKey {
  const { state, consent } = consultation;
  if (side === 'bystander') return 'consultations.waiting.bystander';
  if (side === 'patient') {
    return state === 'open' ? 'consultations.waiting.join' : 'consultations.waiting.doctor';
  }
  return consent.state === 'given'
    ? 'consultations.waiting.consentGiven'
    : 'consultations.waiting.consentMissing';
}

/** Before the room: what is being waited for, and the door. */
export function WaitingCard(props: Props) {
  const { t } = useT();
  const { consultation, side } = props;
  const step = useStep(consultation.id, 'join');
  const mayEnter = side === 'doctor' || (side === 'patient' && consultation.state === 'open');
  return (
    <Part card title={t('consultations.room')}>
      <p aria-live="polite">{t(waitingText(props))}</p>
      {step.error && <Failure error={step.error} part={t('part.consultation')} />}
      {mayEnter && (
        <div className="buttons">
          <button
            type="button"
            className="primary"
            aria-disabled={step.isPending}
            onClick={() => !step.isPending && step.mutate()}
          >
            {t(side === 'doctor' ? 'consultations.open' : 'consultations.join')}
          </button>
        </div>
      )}
    </Part>
  );
}
