import { useQueryClient } from '@tanstack/react-query';
import { consultationsApi, type Consultation } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { ConfirmDialog } from '../../../ui/ConfirmDialog';
import { useConsultationsChanged } from '../useConsultationsChanged';
import { consultationKey } from './keys';

interface Props {
  readonly consultation: Consultation;
  readonly onClose: () => void;
}

/** Asks before a consultation is called off. */
export function CancelDialog({ consultation, onClose }: Props) {
  const { t } = useT();
  const changed = useConsultationsChanged();
  const queryClient = useQueryClient();
  const { id } = consultation;
  return (
    <ConfirmDialog
      title={t('consultations.cancelTitle')}
      text={t('consultations.cancelText')}
      confirm={t('consultations.cancel')}
      part={t('part.consultation')}
      danger
      run={async () => {
        queryClient.setQueryData(consultationKey(id), await consultationsApi.cancel(id));
        changed(t('consultations.cancelled'));
      }}
      onClose={onClose}
    />
  );
}
