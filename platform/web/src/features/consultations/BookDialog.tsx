import { useQueryClient } from '@tanstack/react-query';
import { asApiError } from '../../api/ApiError';
import { consultationsApi, type Slot } from '../../api/consultations';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextAreaField } from '../../ui/TextAreaField';
import { useForm } from '../../ui/useForm';
import { errorsOf, required } from '../../ui/validation';
import { useConsultationsChanged } from './useConsultationsChanged';

interface Props {
  readonly slot: Slot;
  readonly onClose: () => void;
}

function useBookForm({ slot, onClose }: Props) {
  const { t, dateTime } = useT();
  const changed = useConsultationsChanged();
  const queryClient = useQueryClient();
  return useForm({
    initial: { reason: '' },
    validate: ({ reason }) => errorsOf({ reason: required(reason, t) }),
    submit: async ({ reason }) => {
      const booking = consultationsApi.book(slot.id, reason);
      await booking.catch((error: unknown) => {
        // What somebody else has booked must not be offered any longer.
        if (asApiError(error).status === 409) {
          void queryClient.invalidateQueries({ queryKey: ['slots'] });
        }
        throw error;
      });
      const values = { time: dateTime(slot.startsAt), doctor: slot.doctor.name };
      changed(t('consultations.booked', values));
      onClose();
    },
  });
}

/** Books a slot. */
export function BookDialog(props: Props) {
  const { t, dateTime } = useT();
  const { slot, onClose } = props;
  const form = useBookForm(props);
  const values = { time: dateTime(slot.startsAt), doctor: slot.doctor.name };
  return (
    <Dialog title={t('consultations.bookTitle')} onClose={onClose}>
      <p>{t('consultations.bookText', values)}</p>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.booking')} onRetry={form.submitAgain} />
        )}
        <TextAreaField
          {...form.field('reason')}
          label={t('consultations.reason')}
          hint={t('consultations.reasonHint')}
          maxLength={1000}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('consultations.book')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
