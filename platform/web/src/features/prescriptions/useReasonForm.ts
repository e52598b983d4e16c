import type { Prescription, Step } from '../../api/prescriptions';
import { prescriptionsApi } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { useForm } from '../../ui/useForm';
import { errorsOf } from '../../ui/validation';
import { usePrescriptionChanged } from './usePrescriptionChanged';

interface Wanted {
  readonly prescription: Prescription;
  readonly step: Step;
  readonly bodyOf: (reason: string) => object;
  readonly onClose: () => void;
}

const SHORTEST = 3;

/** A form that takes a step for which a reason is needed. */
export function useReasonForm({ prescription, step, bodyOf, onClose }: Wanted) {
  const { t } = useT();
  const changed = usePrescriptionChanged();
  const { id, number } = prescription;
  return useForm<Readonly<Record<'reason', string>>>({
    initial: { reason: '' },
    validate: ({ reason }) =>
      errorsOf({
        reason:
          reason.trim().length < SHORTEST ? t('prescriptions.invalid.reason') : undefined,
      }),
    submit: async ({ reason }) => {
      const moved = await prescriptionsApi.step(id, step, bodyOf(reason.trim()));
      changed(t(`prescriptions.done.${step}`, { number }), moved);
      onClose();
    },
  });
}
