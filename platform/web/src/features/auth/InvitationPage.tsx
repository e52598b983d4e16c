import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { authApi } from '../../api/auth';
import type { InvitationInfo } from '../../api/types';
import { useT } from '../../i18n/useT';
import { keepSession } from '../../session/store';
import { Failure } from '../../ui/Failure';
import { PasswordField } from '../../ui/PasswordField';
import { QueryView } from '../../ui/QueryView';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { PasswordRules } from './PasswordRules';
import { PublicLayout } from './PublicLayout';
import { usePasswordCheck } from './usePasswordPolicy';

/** Where an invitation link leads: the invited person chooses a password and is signed in. */
export function InvitationPage() {
  const { t } = useT();
  const { token = '' } = useParams();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => authApi.invitation(token),
    staleTime: Infinity,
  });
  return (
    <PublicLayout title={t('invitation.title')}>
      <QueryView query={invitation} part={t('part.invitation')}>
        {(info) => <AcceptForm token={token} info={info} />}
      </QueryView>
      {invitation.isError && (
        <p className="aside">
          <Link to="/sign-in">{t('invitation.toSignIn')}</Link>
        </p>
      )}
    </PublicLayout>
  );
}

interface Props {
  readonly token: string;
  readonly info: InvitationInfo;
}

function useAcceptance({ token, info }: Props) {
  const { t } = useT();
  const passwordError = usePasswordCheck();
  const navigate = useNavigate();
  return useForm({
    initial: { name: info.name, password: '' },
    validate: async ({ name, password }) =>
      check.errorsOf({
        name: check.required(name, t),
        password: await passwordError(password, info.email),
      }),
    submit: async (values) => {
      keepSession(await authApi.acceptInvitation(token, values));
      await navigate('/dashboard', { replace: true });
    },
  });
}

function AcceptForm({ token, info }: Props) {
  const { t } = useT();
  const form = useAcceptance({ token, info });
  const role = t(`role.${info.role}`);
  return (
    <>
      <p>{t('invitation.lead', { organisation: info.organisation, role })}</p>
      <p className="muted">{t('invitation.email', { email: info.email })}</p>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.invitation')} onRetry={form.submitAgain} />
        )}
        <TextField {...form.field('name')} label={t('register.name')} autoComplete="name" />
        <PasswordField
          {...form.field('password')}
          label={t('field.password')}
          autoComplete="new-password"
        />
        <PasswordRules password={form.values.password} email={info.email} />
        <SubmitButton pending={form.pending}>{t('invitation.submit')}</SubmitButton>
      </form>
    </>
  );
}
