import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { keepSession } from '../../session/store';
import { Failure } from '../../ui/Failure';
import { PasswordField } from '../../ui/PasswordField';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';

interface Props {
  readonly onStart: () => void;
  readonly onChallenge: (challenge: string) => void;
}

/** E-mail and password. */
export function CredentialsForm({ onStart, onChallenge }: Props) {
  const { t } = useT();
  const form = useForm({
    initial: { email: '', password: '' },
    validate: (values) =>
      check.errorsOf({
        email: check.email(values.email, t),
        password: check.required(values.password, t),
      }),
    submit: async ({ email, password }) => {
      onStart();
      const result = await authApi.signIn({ email: email.trim(), password });
      if (result.kind === 'session') keepSession(result.session);
      else onChallenge(result.challenge);
    },
  });
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.signIn')} onRetry={form.submitAgain} />
      )}
      <TextField
        {...form.field('email')}
        label={t('field.email')}
        type="email"
        autoComplete="username"
        autoFocus
      />
      <PasswordField
        {...form.field('password')}
        label={t('field.password')}
        autoComplete="current-password"
      />
      <SubmitButton pending={form.pending} pendingText={t('signIn.pending')}>
        {t('signIn.submit')}
      </SubmitButton>
    </form>
  );
}
