import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { prescriptionsApi, type Prescription, type Step } from '../../api/prescriptions';
import { asApiError } from '../../api/ApiError';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { FileButton } from './FileButton';
import { mayPrint, stepsFor } from './may';
import { OverrideDialog } from './OverrideDialog';
import { RejectDialog } from './RejectDialog';
import { StepFailure } from './StepFailure';
import { usePrescriptionChanged } from './usePrescriptionChanged';

interface Props {
  readonly prescription: Prescription;
}

type Asking = 'reject' | 'override';

function useStep({ id, number }: Prescription, onUnsafe: () => void) {
  const { t } = useT();
  const changed = usePrescriptionChanged();
  return useMutation({
    mutationFn: (step: Step) => prescriptionsApi.step(id, step),
    onSuccess: (moved, step) => changed(t(`prescriptions.done.${step}`, { number }), moved),
    onError: (error) => {
      if (asApiError(error).code === 'unsafe') onUnsafe();
    },
  });
}

/** What the user can do with a prescription now. */
export function StepButtons({ prescription }: Props) {
  const { t } = useT();
  const { role } = useMe();
  const [asking, setAsking] = useState<Asking>();
  const step = useStep(prescription, () => setAsking('override'));
  const steps = stepsFor(role, prescription);
  const printable = mayPrint(role, prescription);
  const close = () => setAsking(undefined);
  const start = (wanted: Step) => {
    if (wanted === 'reject') setAsking('reject');
    else if (!step.isPending) step.mutate(wanted);
  };
  if (steps.length === 0 && !printable) return null;
  const failed = step.error && asApiError(step.error).code !== 'unsafe';
  return (
    <div className="stack" role="group" aria-label={t('prescriptions.actions')}>
      <div className="buttons">
        {steps.map((each) => (
          <button
            key={each}
            type="button"
            className={each === 'reject' ? undefined : 'primary'}
            aria-disabled={step.isPending}
            onClick={() => start(each)}
          >
            {t(`prescriptions.${each}`)}
          </button>
        ))}
        {printable && <FileButton prescription={prescription} kind="label" />}
      </div>
      {failed && (
        <StepFailure error={step.error} onRetry={() => step.variables && start(step.variables)} />
      )}
      {asking === 'reject' && <RejectDialog prescription={prescription} onClose={close} />}
      {asking === 'override' && <OverrideDialog prescription={prescription} onClose={close} />}
    </div>
  );
}
