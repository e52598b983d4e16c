import type { ReactNode } from 'react';
import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import type { Form } from '../../ui/useForm';

interface Props<V> {
  readonly form: Form<V>;
  /** What its button says. */
  readonly submit: string;
  /** Another button before it. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** The form of one part: what went wrong above it, its own button below. */
export function SectionForm<V>({ form, submit, action, children }: Props<V>) {
  const { t } = useT();
  return (
    <form {...form.props} className="stack" aria-label={submit}>
      {form.failure && (
        <Failure error={form.failure} part={t('part.pharmacy')} onRetry={form.submitAgain} />
      )}
      {children}
      <div className="buttons">
        {action}
        <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
          {submit}
        </SubmitButton>
      </div>
    </form>
  );
}
