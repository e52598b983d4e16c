import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';

interface Props {
  readonly submit: string;
  readonly send: (code: string) => Promise<readonly string[]>;
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel?: (() => void) | undefined;
}

/** Asks for a code of the authenticator app; the answer is a set of recovery codes. */
export function ConfirmCodeForm({ submit, send, onCodes, onCancel }: Props) {
  const { t } = useT();
  const form = useForm({
    initial: { code: '' },
    validate: ({ code }) => check.errorsOf({ code: check.code(code, t) }),
    submit: async ({ code }) => onCodes(await send(code.replaceAll(' ', ''))),
  });
  return (
    <form {...form.props} className="stack">
      {form.failure && (
        <Failure error={form.failure} part={t('part.security')} onRetry={form.submitAgain} />
      )}
      <TextField
        {...form.field('code')}
        label={t('mfa.code')}
        hint={t('mfa.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
      />
      <div className="buttons">
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        )}
        <SubmitButton pending={form.pending}>{submit}</SubmitButton>
      </div>
    </form>
  );
}
