import { authApi } from '../../api/auth';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { useNotify } from '../../ui/notify';
import { PasswordField } from '../../ui/PasswordField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { withWrongPassword } from './wrongPassword';

/** Asks for the password before the second step is turned off. */
export function TurnOffDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useT();
  const notify = useNotify();
  const form = useForm({
    initial: { password: '' },
    validate: ({ password }) => check.errorsOf({ password: check.required(password, t) }),
    submit: async ({ password }) => {
      await withWrongPassword('password', () => authApi.disableMfa(password));
      notify(t('mfa.turnedOff'));
      onClose();
    },
  });
  return (
    <Dialog title={t('mfa.turnOffTitle')} onClose={onClose}>
      <p>{t('mfa.turnOffText')}</p>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.security')} onRetry={form.submitAgain} />
        )}
        <PasswordField
          {...form.field('password')}
          label={t('field.password')}
          autoComplete="current-password"
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="danger" aria-disabled={form.pending}>
            {t('mfa.turnOff')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
