import type { Prescription } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { QueryView } from '../../ui/QueryView';
import { TextAreaField } from '../../ui/TextAreaField';
import { Findings, useChecks } from './ChecksSection';
import { StepFailure } from './StepFailure';
import { useReasonForm } from './useReasonForm';

interface Props {
  readonly prescription: Prescription;
  readonly onClose: () => void;
}

/** Asks why a prescription is approved although major findings speak against it. */
export function OverrideDialog({ prescription, onClose }: Props) {
  const { t } = useT();
  const bodyOf = (reason: string) => ({ override: { reason } });
  const form = useReasonForm({ prescription, step: 'approve', bodyOf, onClose });
  const checks = useChecks(prescription.id);
  const { number } = prescription;
  return (
    <Dialog title={t('prescriptions.approveTitle', { number })} onClose={onClose}>
      <QueryView query={checks} part={t('part.checks')}>
        {(found) => <Findings checks={found} />}
      </QueryView>
      <form {...form.props} className="stack">
        {form.failure && <StepFailure error={form.failure} onRetry={form.submitAgain} />}
        <TextAreaField
          {...form.field('reason')}
          label={t('prescriptions.overrideReason')}
          maxLength={500}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="danger" aria-disabled={form.pending}>
            {t('prescriptions.approveAnyway')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
