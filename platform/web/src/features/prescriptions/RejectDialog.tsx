import type { Prescription } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { TextAreaField } from '../../ui/TextAreaField';
import { StepFailure } from './StepFailure';
import { useReasonForm } from './useReasonForm';

interface Props {
  readonly prescription: Prescription;
  readonly onClose: () => void;
}

/** Asks why a prescription is rejected. */
export function RejectDialog({ prescription, onClose }: Props) {
  const { t } = useT();
  const bodyOf = (reason: string) => ({ reason });
  const form = useReasonForm({ prescription, step: 'reject', bodyOf, onClose });
  const { number } = prescription;
  return (
    <Dialog title={t('prescriptions.rejectTitle', { number })} onClose={onClose}>
      <form {...form.props} className="stack">
        {form.failure && <StepFailure error={form.failure} onRetry={form.submitAgain} />}
        <TextAreaField
          {...form.field('reason')}
          label={t('prescriptions.rejectReason')}
          hint={t('prescriptions.rejectHint')}
          maxLength={500}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="danger" aria-disabled={form.pending}>
            {t('prescriptions.reject')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
