import { useState } from 'react';
import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { Failure } from '../../ui/Failure';
import { useNotify } from '../../ui/notify';
import { PasswordField } from '../../ui/PasswordField';
import { SubmitButton } from '../../ui/SubmitButton';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { PasswordRules } from '../auth/PasswordRules';
import { usePasswordCheck } from '../auth/usePasswordPolicy';
import { Section } from './Section';
import { withWrongPassword } from './wrongPassword';

/** Changes the user's password. */
export function PasswordSection() {
  const { t } = useT();
  const notify = useNotify();
  const [round, setRound] = useState(0);
  return (
    <Section title={t('changePassword.title')}>
      <p className="muted">{t('changePassword.text')}</p>
      <PasswordForm
        key={round}
        onChanged={() => {
          // A new round empties the fields.
          setRound(round + 1);
          notify(t('changePassword.done'));
        }}
      />
    </Section>
  );
}

function usePasswordChange(onChanged: () => void) {
  const { t } = useT();
  const { email } = useMe();
  const passwordError = usePasswordCheck();
  return useForm({
    initial: { current: '', next: '' },
    validate: async ({ current, next }) =>
      check.errorsOf({
        current: check.required(current, t),
        next: await passwordError(next, email),
      }),
    submit: async (values) => {
      await withWrongPassword('current', () => authApi.changePassword(values));
      onChanged();
    },
  });
}

function PasswordForm({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useT();
  const { email } = useMe();
  const form = usePasswordChange(onChanged);
  return (
    <form {...form.props} className="stack" aria-label={t('changePassword.submit')}>
      {form.failure && (
        <Failure error={form.failure} part={t('part.security')} onRetry={form.submitAgain} />
      )}
      <PasswordField
        {...form.field('current')}
        label={t('changePassword.current')}
        autoComplete="current-password"
      />
      <PasswordField
        {...form.field('next')}
        label={t('changePassword.next')}
        autoComplete="new-password"
      />
      <PasswordRules password={form.values.next} email={email} />
      <div className="buttons">
        <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
          {t('changePassword.submit')}
        </SubmitButton>
      </div>
    </form>
  );
}
