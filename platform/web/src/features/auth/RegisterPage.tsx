import { Link } from 'react-router';
import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { keepSession } from '../../session/store';
import { Failure } from '../../ui/Failure';
import { PasswordField } from '../../ui/PasswordField';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { PasswordRules } from './PasswordRules';
import { PublicLayout } from './PublicLayout';
import { usePasswordCheck } from './usePasswordPolicy';

/** Registers a new master account; who registers becomes its owner. */
export function RegisterPage() {
  const { t } = useT();
  return (
    <PublicLayout title={t('register.title')} lead={t('register.lead')}>
      <RegisterForm />
      <p className="aside">
        {t('register.haveAccount')} <Link to="/sign-in">{t('signIn.submit')}</Link>
      </p>
    </PublicLayout>
  );
}

function useRegistration() {
  const { t, language } = useT();
  const passwordError = usePasswordCheck();
  return useForm({
    initial: { organisation: '', name: '', email: '', password: '' },
    validate: async ({ organisation, name, email, password }) =>
      check.errorsOf({
        organisation: check.required(organisation, t),
        name: check.required(name, t),
        email: check.email(email, t),
        password: await passwordError(password, email),
      }),
    submit: async (values) => {
      const email = values.email.trim();
      keepSession(await authApi.register({ ...values, email, language }));
    },
  });
}

function RegisterForm() {
  const { t } = useT();
  const form = useRegistration();
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.registration')} onRetry={form.submitAgain} />
      )}
      <TextField
        {...form.field('organisation')}
        label={t('register.organisation')}
        autoComplete="organization"
        autoFocus
      />
      <TextField {...form.field('name')} label={t('register.name')} autoComplete="name" />
      <TextField
        {...form.field('email')}
        label={t('field.email')}
        type="email"
        autoComplete="username"
      />
      <PasswordField
        {...form.field('password')}
        label={t('field.password')}
        autoComplete="new-password"
      />
      <PasswordRules password={form.values.password} email={form.values.email} />
      <SubmitButton pending={form.pending}>{t('register.submit')}</SubmitButton>
    </form>
  );
}
