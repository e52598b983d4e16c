import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { ConfirmCodeForm } from './ConfirmCodeForm';

interface Props {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Replaces the recovery codes. */
export function NewCodesDialog({ onCodes, onClose }: Props) {
  const { t } = useT();
  return (
    <Dialog title={t('mfa.newCodesTitle')} onClose={onClose}>
      <p>{t('mfa.newCodesText')}</p>
      <ConfirmCodeForm
        submit={t('mfa.createCodes')}
        send={authApi.renewRecoveryCodes}
        onCodes={onCodes}
        onCancel={onClose}
      />
    </Dialog>
  );
}
