import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { authApi } from '../../api/auth';
import type { MfaState } from '../../api/types';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { QueryView } from '../../ui/QueryView';
import { MfaWizard } from './MfaWizard';
import { NewCodesDialog } from './NewCodesDialog';
import { RecoveryCodes } from './RecoveryCodes';
import { Section } from './Section';
import { TurnOffDialog } from './TurnOffDialog';

type Step =
  | { readonly kind: 'overview' }
  | { readonly kind: 'wizard' }
  | { readonly kind: 'turn-off' }
  | { readonly kind: 'new-codes' }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

/** The user's own second step. */
export function MfaSection() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [step, setStep] = useState<Step>({ kind: 'overview' });
  const mfa = useQuery({ queryKey: ['mfa'], queryFn: authApi.mfa });
  function reload(): void {
    void queryClient.invalidateQueries({ queryKey: ['mfa'] });
    void queryClient.invalidateQueries({ queryKey: ['me'] });
  }
  function overview(): void {
    setStep({ kind: 'overview' });
    reload();
  }
  return (
    <Section title={t('mfa.title')}>
      {step.kind === 'wizard' && <MfaWizard onDone={overview} onCancel={overview} />}
      {step.kind === 'codes' && <RecoveryCodes codes={step.codes} onDone={overview} />}
      {step.kind !== 'wizard' && step.kind !== 'codes' && (
        <QueryView query={mfa} part={t('part.security')}>
          {(state) => <Overview state={state} onStep={setStep} />}
        </QueryView>
      )}
      {step.kind === 'turn-off' && <TurnOffDialog onClose={overview} />}
      {step.kind === 'new-codes' && (
        <NewCodesDialog onCodes={(codes) => setStep({ kind: 'codes', codes })} onClose={overview} />
      )}
    </Section>
  );
}

interface OverviewProps {
  readonly state: MfaState;
  readonly onStep: (step: Step) => void;
}

function Overview({ state, onStep }: OverviewProps) {
  const { t } = useT();
  if (!state.enabled) {
    return (
      <>
        <p>{t('mfa.off')}</p>
        <div className="buttons">
          <button type="button" className="primary" onClick={() => onStep({ kind: 'wizard' })}>
            {t('mfa.setUp')}
          </button>
        </div>
      </>
    );
  }
  const count = state.recoveryCodesLeft;
  return (
    <>
      <p>{t('mfa.on')}</p>
      <p>
        <Badge tone={count > 2 ? 'good' : 'warn'}>{t('mfa.codesLeft', { count })}</Badge>
      </p>
      <div className="buttons">
        <button type="button" onClick={() => onStep({ kind: 'new-codes' })}>
          {t('mfa.newCodes')}
        </button>
        <button type="button" onClick={() => onStep({ kind: 'turn-off' })}>
          {t('mfa.turnOff')}
        </button>
      </div>
    </>
  );
}
