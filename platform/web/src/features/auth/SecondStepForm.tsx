import { useState } from 'react';
import { asApiError, type ApiError } from '../../api/ApiError';
import { authApi, type SecondStep } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { keepSession } from '../../session/store';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { PublicLayout } from './PublicLayout';

interface Props {
  readonly challenge: string;
  /** Back to the first step; with an error when the second one ran out. */
  readonly onBack: (reason?: ApiError) => void;
}

/** The second step: a code of the authenticator app, or a recovery code. */
export function SecondStepForm(props: Props) {
  const { t } = useT();
  const [byRecovery, setByRecovery] = useState(false);
  return (
    <PublicLayout
      title={t('secondStep.title')}
      lead={t(byRecovery ? 'secondStep.leadRecovery' : 'secondStep.lead')}
    >
      {byRecovery ? <RecoveryForm {...props} /> : <CodeForm {...props} />}
      <div className="aside links">
        <button type="button" className="link" onClick={() => setByRecovery(!byRecovery)}>
          {t(byRecovery ? 'secondStep.useCode' : 'secondStep.useRecovery')}
        </button>
        <button type="button" className="link" onClick={() => props.onBack()}>
          {t('secondStep.back')}
        </button>
      </div>
    </PublicLayout>
  );
}

async function confirm(step: SecondStep, onBack: Props['onBack']): Promise<void> {
  try {
    keepSession(await authApi.secondStep(step));
  } catch (error) {
    const failure = asApiError(error);
    if (failure.code !== 'challenge-expired') throw failure;
    onBack(failure);
  }
}

function CodeForm({ challenge, onBack }: Props) {
  const { t } = useT();
  const form = useForm({
    initial: { code: '' },
    validate: ({ code }) => check.errorsOf({ code: check.code(code, t) }),
    submit: ({ code }) => confirm({ challenge, code: code.replaceAll(' ', '') }, onBack),
  });
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.signIn')} onRetry={form.submitAgain} />
      )}
      <TextField
        {...form.field('code')}
        label={t('secondStep.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        autoFocus
      />
      <SubmitButton pending={form.pending}>{t('secondStep.submit')}</SubmitButton>
    </form>
  );
}

function RecoveryForm({ challenge, onBack }: Props) {
  const { t } = useT();
  const form = useForm({
    initial: { recoveryCode: '' },
    validate: ({ recoveryCode }) =>
      check.errorsOf({ recoveryCode: check.required(recoveryCode, t) }),
    submit: ({ recoveryCode }) => confirm({ challenge, recoveryCode: recoveryCode.trim() }, onBack),
  });
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.signIn')} onRetry={form.submitAgain} />
      )}
      <TextField
        {...form.field('recoveryCode')}
        label={t('secondStep.recoveryCode')}
        autoComplete="off"
        spellCheck={false}
        autoFocus
      />
      <SubmitButton pending={form.pending}>{t('secondStep.submit')}</SubmitButton>
    </form>
  );
}
