import { useState, type ReactNode } from 'react';
import type { Consultation } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { useDuration } from '../duration';
import { Part } from '../Part';
import { StateBadge } from '../StateBadge';
import { CancelDialog } from './CancelDialog';
import type { Side } from './sideOf';

interface Props {
  readonly consultation: Consultation;
  readonly side: Side;
}

/** What is known of a consultation, and the way to call it off. */
export function FactsCard({ consultation, side }: Props) {
  const { t } = useT();
  const [cancelling, setCancelling] = useState(false);
  const mayCancel = consultation.state === 'booked' && side !== 'bystander';
  return (
    <Part card title={t('consultations.facts')}>
      <Facts consultation={consultation} />
      {mayCancel && (
        <div className="buttons">
          <button type="button" onClick={() => setCancelling(true)}>
            {t('consultations.cancel')}
          </button>
        </div>
      )}
      {cancelling && (
        <CancelDialog consultation={consultation} onClose={() => setCancelling(false)} />
      )}
    </Part>
  );
}

function Facts({ consultation }: Pick<Props, 'consultation'>) {
  const { t, dateTime } = useT();
  const duration = useDuration();
  const { slot, state, doctor, patient, reason } = consultation;
  return (
    <dl className="prescription-facts">
      <Fact name={t('field.status')}>
        <StateBadge state={state} />
      </Fact>
      <Fact name={t('consultations.time')}>
        {dateTime(slot.startsAt)}
        <span className="row-detail">{duration(slot.minutes * 60)}</span>
      </Fact>
      <Fact name={t('role.doctor')}>{doctor.name}</Fact>
      <Fact name={t('role.patient')}>{patient.name}</Fact>
      <Fact name={t('consultations.reason')}>{reason}</Fact>
      <Fact name={t('consultations.consent')}>
        <ConsentText consultation={consultation} />
      </Fact>
    </dl>
  );
}

function ConsentText({ consultation }: Pick<Props, 'consultation'>) {
  const { t, dateTime } = useT();
  const { state, expiresAt } = consultation.consent;
  return t(`consultations.consent.${state}`, { time: expiresAt === null ? '' : dateTime(expiresAt) });
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
