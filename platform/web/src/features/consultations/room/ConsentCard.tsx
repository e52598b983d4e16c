import { useState } from 'react';
import type { Consultation } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { Failure } from '../../../ui/Failure';
import { useDuration } from '../duration';
import { Part } from '../Part';
import { useStep } from './useStep';

/** Asks the patient for the consent without which nobody comes into the room. */
export function ConsentCard({ consultation }: { readonly consultation: Consultation }) {
  const { t } = useT();
  const duration = useDuration();
  const [accepted, setAccepted] = useState(false);
  const { id, consent, slot } = consultation;
  const step = useStep(id, 'consent');
  return (
    <Part card title={t('consultations.consent')}>
      {consent.state === 'expired' && (
        <div className="notice warning" role="alert">
          <p>{t('consultations.consentExpired')}</p>
        </div>
      )}
      <p>{t('consultations.consentText', { duration: duration(slot.consentSeconds) })}</p>
      {step.error && <Failure error={step.error} part={t('part.consultation')} />}
      <label className="check">
        <input
          type="checkbox"
          checked={accepted}
          onChange={(event) => setAccepted(event.target.checked)}
        />
        {t('consultations.consentAccept')}
      </label>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={!accepted}
          aria-disabled={step.isPending}
          onClick={() => !step.isPending && step.mutate()}
        >
          {t('consultations.consentGive')}
        </button>
      </div>
    </Part>
  );
}
