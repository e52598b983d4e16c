import { useState } from 'react';
import { locationsApi, type Location, type VerificationState } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { Badge, type Tone } from '../../ui/Badge';
import { checkDigitFits } from '../../ui/checkDigit';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import { errorsOf } from '../../ui/validation';
import { Section } from './Section';
import { SectionForm } from './SectionForm';
import type { SectionProps } from './Sections';
import { usePharmacyChanged } from './usePharmacyChanged';

const TONES: Readonly<Record<VerificationState, Tone>> = {
  unverified: 'neutral',
  pending: 'warn',
  verified: 'good',
  refused: 'bad',
};
const GLN = /^\d{13}$/;

/** Whether the office of the platform has verified the pharmacy, and how to ask for it. */
export function VerificationSection({ location, mayEdit }: SectionProps) {
  const { t } = useT();
  const { state } = location.verification;
  const mayAsk = state === 'unverified' || state === 'refused';
  const badge = <Badge tone={TONES[state]}>{t(`verification.state.${state}`)}</Badge>;
  return (
    <Section title={t('verification.title')} badge={badge}>
      <VerificationText location={location} />
      {mayEdit && mayAsk && <GlnForm location={location} />}
      {mayEdit && state === 'pending' && <Withdrawal location={location} />}
    </Section>
  );
}

interface Props {
  readonly location: Location;
}

function VerificationText({ location }: Props) {
  const { t, dateTime } = useT();
  const { state, gln, reason, requestedAt, decidedAt } = location.verification;
  const at = state === 'pending' ? requestedAt : decidedAt;
  const values = { gln: gln ?? '', reason: reason ?? '', time: at === null ? '' : dateTime(at) };
  return (
    <>
      <p>{t(`verification.text.${state}`, values)}</p>
      {state === 'refused' && <p className="notice error">{reason}</p>}
    </>
  );
}

function GlnForm({ location }: Props) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  const form = useForm({
    initial: { gln: location.verification.gln ?? '' },
    validate: ({ gln }) => {
      const digits = gln.trim();
      return errorsOf({ gln: GLN.test(digits) && checkDigitFits(digits) ? undefined : t('invalid.gln') });
    },
    submit: async ({ gln }) => {
      changed(await locationsApi.askVerification(location.id, gln.trim()), t('verification.asked'));
    },
  });
  return (
    <SectionForm form={form} submit={t('verification.ask')}>
      <TextField
        {...form.field('gln')}
        label={t('verification.gln')}
        hint={t('verification.glnHint')}
        inputMode="numeric"
        autoComplete="off"
      />
    </SectionForm>
  );
}

function Withdrawal({ location }: Props) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  const [asking, setAsking] = useState(false);
  return (
    <div className="buttons">
      <button type="button" onClick={() => setAsking(true)}>
        {t('verification.withdraw')}
      </button>
      {asking && (
        <ConfirmDialog
          title={t('verification.withdrawTitle')}
          text={t('verification.withdrawText')}
          confirm={t('verification.withdraw')}
          part={t('part.pharmacy')}
          run={async () => {
            changed(await locationsApi.withdrawVerification(location.id), t('verification.withdrawn'));
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
