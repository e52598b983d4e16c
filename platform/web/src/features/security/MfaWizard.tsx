import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { authApi } from '../../api/auth';
import type { MfaSetup } from '../../api/types';
import { useT } from '../../i18n/useT';
import { FieldFrame } from '../../ui/FieldFrame';
import { QueryView } from '../../ui/QueryView';
import { ConfirmCodeForm } from './ConfirmCodeForm';
import { QrCode } from './QrCode';
import { RecoveryCodes } from './RecoveryCodes';

interface Props {
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** Sets the second step up: QR code and key, a first code, then the recovery codes. */
export function MfaWizard({ onDone, onCancel }: Props) {
  const { t } = useT();
  const [codes, setCodes] = useState<readonly string[]>();
  // A secret belongs to one run of the wizard: an earlier one must not come back from the cache.
  const run = useId();
  const setup = useQuery({
    queryKey: ['mfa-setup', run],
    queryFn: authApi.setUpMfa,
    staleTime: Infinity,
    gcTime: 0,
    enabled: codes === undefined,
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return (
    <>
      <QueryView query={setup} part={t('part.security')}>
        {(data) => (
          <>
            <Secret setup={data} />
            <ConfirmCodeForm
              submit={t('mfa.confirm')}
              send={authApi.confirmMfa}
              onCodes={setCodes}
              onCancel={onCancel}
            />
          </>
        )}
      </QueryView>
      {!setup.data && onCancel && (
        <div className="buttons">
          <button type="button" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        </div>
      )}
    </>
  );
}

function Secret({ setup }: { readonly setup: MfaSetup }) {
  const { t } = useT();
  return (
    <>
      <p>{t('mfa.scan')}</p>
      <QrCode text={setup.otpauthUrl} label={t('mfa.qr')} />
      <FieldFrame label={t('mfa.secret')}>
        {(control) => (
          <input
            {...control}
            className="code"
            readOnly
            value={setup.secret}
            onFocus={(event) => event.target.select()}
          />
        )}
      </FieldFrame>
    </>
  );
}
