import { consultationsApi } from '../../api/consultations';
import { useT, type T } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import { errorsOf } from '../../ui/validation';
import { useDuration } from './duration';
import { useConsultationsChanged } from './useConsultationsChanged';

const MINUTES = ['10', '15', '20', '30', '45', '60'] as const;
const CONSENT_SECONDS = ['900', '3600', '14400', '86400'] as const;

interface Values extends Readonly<Record<string, string>> {
  readonly startsAt: string;
  readonly minutes: string;
  readonly consentSeconds: string;
}

function timeProblem(startsAt: string, t: T): string | undefined {
  const time = Date.parse(startsAt);
  if (Number.isNaN(time)) return t('consultations.invalid.time');
  return time > Date.now() ? undefined : t('consultations.invalid.past');
}

function useOfferForm(onClose: () => void) {
  const { t, dateTime } = useT();
  const changed = useConsultationsChanged();
  return useForm<Values>({
    initial: { startsAt: '', minutes: '20', consentSeconds: '3600' },
    validate: ({ startsAt }) => errorsOf({ startsAt: timeProblem(startsAt, t) }),
    submit: async ({ startsAt, minutes, consentSeconds }) => {
      const slot = await consultationsApi.offerSlot({
        startsAt: new Date(startsAt).toISOString(),
        minutes: Number(minutes),
        consentSeconds: Number(consentSeconds),
      });
      changed(t('consultations.offered', { time: dateTime(slot.startsAt) }));
      onClose();
    },
  });
}

/** Offers a new slot. */
export function OfferSlotDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useT();
  const duration = useDuration();
  const form = useOfferForm(onClose);
  return (
    <Dialog title={t('consultations.offerTitle')} onClose={onClose}>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.slots')} onRetry={form.submitAgain} />
        )}
        <TextField
          {...form.field('startsAt')}
          label={t('consultations.begins')}
          type="datetime-local"
        />
        <SelectField
          {...form.field('minutes')}
          label={t('consultations.length')}
          options={MINUTES.map((value) => ({ value, label: duration(Number(value) * 60) }))}
        />
        <SelectField
          {...form.field('consentSeconds')}
          label={t('consultations.consentHolds')}
          hint={t('consultations.consentHint')}
          options={CONSENT_SECONDS.map((value) => ({ value, label: duration(Number(value)) }))}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('consultations.offer')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
