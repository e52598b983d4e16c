import type { ReactNode } from 'react';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import type { Form } from '../../ui/useForm';

interface Props<V> {
  readonly title: string;
  readonly form: Form<V>;
  readonly submit: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog, with what went wrong above it and its buttons below. */
export function FormDialog<V>({ title, form, submit, onClose, children }: Props<V>) {
  const { t } = useT();
  return (
    <Dialog title={title} onClose={onClose}>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.inventory')} onRetry={form.submitAgain} />
        )}
        {children}
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {submit}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
