import { prescriptionsApi, type Prescription } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextAreaField } from '../../ui/TextAreaField';
import { useForm } from '../../ui/useForm';
import { LinesEditor } from './LinesEditor';
import { StepFailure } from './StepFailure';
import { useLineDrafts } from './useLineDrafts';
import { usePrescriptionChanged } from './usePrescriptionChanged';

interface Props {
  readonly prescription: Prescription;
  readonly onClose: () => void;
}

interface Values extends Readonly<Record<string, string>> {
  readonly note: string;
}

function useEdit({ prescription, onClose }: Props) {
  const { t } = useT();
  const changed = usePrescriptionChanged();
  const lines = useLineDrafts(prescription.lines);
  const { id, number, note } = prescription;
  const form = useForm<Values>({
    initial: { note },
    validate: (): Readonly<Record<string, string>> => (lines.check() ? {} : { lines: '' }),
    submit: async (values) => {
      const saved = await prescriptionsApi.change(id, { lines: lines.inputs(), note: values.note });
      changed(t('prescriptions.saved', { number }), saved);
      onClose();
    },
  });
  return { form, lines };
}

/** Changes the medicines and the note of a prescription. */
export function EditLinesDialog(props: Props) {
  const { t } = useT();
  const { form, lines } = useEdit(props);
  const { number } = props.prescription;
  return (
    <Dialog wide title={t('prescriptions.editTitle', { number })} onClose={props.onClose}>
      <form {...form.props} className="stack">
        {form.failure && <StepFailure error={form.failure} onRetry={form.submitAgain} />}
        <LinesEditor lines={lines} />
        <TextAreaField
          {...form.field('note')}
          label={t('common.optional', { label: t('prescriptions.note') })}
          maxLength={2000}
        />
        <div className="buttons">
          <button type="button" onClick={props.onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('common.save')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
