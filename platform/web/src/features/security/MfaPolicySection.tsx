import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { authApi } from '../../api/auth';
import type { MfaRequirement } from '../../api/types';
import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';
import { useNotify } from '../../ui/notify';
import { QueryView } from '../../ui/QueryView';
import { SubmitButton } from '../../ui/SubmitButton';
import { Section } from './Section';

const CHOICES: readonly MfaRequirement[] = ['nobody', 'owner', 'staff', 'everyone'];

/** Whom the owner obliges to use a second step. */
export function MfaPolicySection() {
  const { t } = useT();
  const policy = useQuery({ queryKey: ['mfa-policy'], queryFn: authApi.mfaPolicy });
  return (
    <Section title={t('mfaPolicy.title')}>
      <p className="muted">{t('mfaPolicy.text')}</p>
      <QueryView query={policy} part={t('part.security')}>
        {({ required }) => <PolicyForm key={required} saved={required} />}
      </QueryView>
    </Section>
  );
}

function PolicyForm({ saved }: { readonly saved: MfaRequirement }) {
  const { t } = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [required, setRequired] = useState(saved);
  const saving = useMutation({
    mutationFn: authApi.setMfaPolicy,
    onSuccess: () => {
      notify(t('mfaPolicy.saved'));
      queryClient.setQueryData(['mfa-policy'], { required });
      void queryClient.invalidateQueries({ queryKey: ['me'] });
    },
  });
  function submit(event?: FormEvent): void {
    event?.preventDefault();
    if (!saving.isPending) saving.mutate(required);
  }
  return (
    <form onSubmit={submit} className="stack">
      {saving.error && (
        <Failure error={saving.error} part={t('part.security')} onRetry={() => submit()} />
      )}
      <fieldset role="radiogroup" className="choices-list">
        <legend className="sr-only">{t('mfaPolicy.title')}</legend>
        {CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="required"
              checked={choice === required}
              onChange={() => setRequired(choice)}
            />
            {t(`mfaPolicy.${choice}`)}
          </label>
        ))}
      </fieldset>
      <div className="buttons">
        <SubmitButton pending={saving.isPending} pendingText={t('common.saving')}>
          {t('mfaPolicy.save')}
        </SubmitButton>
      </div>
    </form>
  );
}
