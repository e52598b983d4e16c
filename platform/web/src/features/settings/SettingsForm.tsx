import { useQueryClient } from '@tanstack/react-query';
import { accountApi } from '../../api/account';
import type { Account, Language } from '../../api/types';
import { LANGUAGES } from '../../i18n/language';
import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';
import { useNotify } from '../../ui/notify';
import { SelectField } from '../../ui/SelectField';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';

interface Props {
  readonly account: Account;
  readonly readOnly: boolean;
}

interface Values extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
}

const KNOWN_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

function useSettings(account: Account) {
  const { t } = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const { name, phone, email, language, timeZone } = account;
  const initial: Values = { name, phone, email, language, timeZone };
  return useForm<Values>({
    initial,
    validate: (values) =>
      check.errorsOf({
        name: check.required(values.name, t),
        phone: check.phone(values.phone, t),
        email: check.email(values.email, t),
      }),
    submit: async (values) => {
      notify('');
      const saved = await accountApi.change({
        ...values,
        name: values.name.trim(),
        phone: values.phone.trim(),
        email: values.email.trim(),
      });
      queryClient.setQueryData(['account'], saved);
      void queryClient.invalidateQueries({ queryKey: ['me'] });
      notify(t('settings.saved'));
    },
  });
}

/** The form of the account settings. */
export function SettingsForm({ account, readOnly }: Props) {
  const { t } = useT();
  const form = useSettings(account);
  const zones = [...new Set(['UTC', account.timeZone, ...KNOWN_ZONES])].sort();
  return (
    <form {...form.props} className="card stack" aria-label={t('settings.form')}>
      {form.failure && (
        <Failure error={form.failure} part={t('part.account')} onRetry={form.submitAgain} />
      )}
      <TextField
        {...form.field('name')}
        label={t('settings.organisation')}
        autoComplete="organization"
        readOnly={readOnly}
      />
      <div className="columns">
        <TextField
          {...form.field('phone')}
          label={t('common.optional', { label: t('field.phone') })}
          type="tel"
          autoComplete="tel"
          readOnly={readOnly}
        />
        <TextField
          {...form.field('email')}
          label={t('field.email')}
          type="email"
          autoComplete="email"
          readOnly={readOnly}
        />
        <SelectField
          {...form.field('language')}
          label={t('settings.language')}
          disabled={readOnly}
          options={LANGUAGES.map((each) => ({ value: each, label: t(`language.${each}`) }))}
        />
        <SelectField
          {...form.field('timeZone')}
          label={t('settings.timeZone')}
          disabled={readOnly}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </div>
      {!readOnly && (
        <div className="buttons">
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('settings.save')}
          </SubmitButton>
        </div>
      )}
    </form>
  );
}
