import { useQueryClient } from '@tanstack/react-query';
import { prescriptionsApi, type Person } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextAreaField } from '../../ui/TextAreaField';
import { useForm } from '../../ui/useForm';
import { usePrescriptionChanged } from './usePrescriptionChanged';

interface Props {
  readonly patient: Person;
  readonly allergies: readonly string[];
  readonly onClose: () => void;
}

const namesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Writes down what a patient must not get. */
export function AllergiesDialog({ patient, allergies, onClose }: Props) {
  const { t } = useT();
  const { id, name } = patient;
  const queryClient = useQueryClient();
  const changed = usePrescriptionChanged();
  const form = useForm<Readonly<Record<'allergies', string>>>({
    initial: { allergies: allergies.join('\n') },
    submit: async (values) => {
      const saved = await prescriptionsApi.setAllergies(id, namesIn(values.allergies));
      queryClient.setQueryData(['prescriptions', 'profile', id], saved);
      changed(t('prescriptions.allergiesSaved', { name }));
      onClose();
    },
  });
  return (
    <Dialog title={t('prescriptions.allergiesTitle', { name })} onClose={onClose}>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.allergies')} onRetry={form.submitAgain} />
        )}
        <TextAreaField
          {...form.field('allergies')}
          label={t('prescriptions.allergiesLabel')}
          hint={t('prescriptions.allergiesHint')}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
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
