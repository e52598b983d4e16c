import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { consultationsApi, type Consultation } from '../../../api/consultations';
import { useT } from '../../../i18n/useT';
import { hasRight, useMe } from '../../../session/useSession';
import { Dialog } from '../../../ui/Dialog';
import { Failure } from '../../../ui/Failure';
import { SubmitButton } from '../../../ui/SubmitButton';
import { TextAreaField } from '../../../ui/TextAreaField';
import { useForm } from '../../../ui/useForm';
import { errorsOf, required } from '../../../ui/validation';
import { LinesEditor } from '../../prescriptions/LinesEditor';
import { useLineDrafts } from '../../prescriptions/useLineDrafts';
import { useConsultationsChanged } from '../useConsultationsChanged';
import { consultationKey } from './keys';

interface Props {
  readonly consultation: Consultation;
  readonly onClose: () => void;
}

function useEndForm({ consultation: { id }, onClose }: Props) {
  const { t } = useT();
  const changed = useConsultationsChanged();
  const queryClient = useQueryClient();
  const lines = useLineDrafts([]);
  const [prescribes, setPrescribes] = useState(false);
  const form = useForm({
    initial: { summary: '' },
    validate: ({ summary }) => ({
      ...errorsOf({ summary: required(summary, t) }),
      ...(prescribes && !lines.check() ? { lines: '' } : {}),
    }),
    submit: async ({ summary }) => {
      const prescription = prescribes ? { prescription: { lines: lines.inputs() } } : {};
      const ended = await consultationsApi.end(id, { summary, ...prescription });
      queryClient.setQueryData(consultationKey(id), ended);
      changed(t('consultations.ended'));
      onClose();
    },
  });
  return { form, lines, prescribes, setPrescribes };
}

/** Ends a consultation with a summary and, if wanted, a prescription. */
export function EndDialog(props: Props) {
  const { t } = useT();
  const { form, lines, prescribes, setPrescribes } = useEndForm(props);
  const mayPrescribe = hasRight(useMe(), 'prescriptions');
  return (
    <Dialog wide title={t('consultations.endTitle')} onClose={props.onClose}>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.ending')} onRetry={form.submitAgain} />
        )}
        <TextAreaField
          {...form.field('summary')}
          label={t('consultations.summary')}
          hint={t('consultations.summaryHint')}
          maxLength={5000}
        />
        {mayPrescribe && (
          <label className="check">
            <input
              type="checkbox"
              checked={prescribes}
              onChange={(event) => setPrescribes(event.target.checked)}
            />
            {t('consultations.prescribe')}
          </label>
        )}
        {prescribes && <LinesEditor lines={lines} />}
        <div className="buttons">
          <button type="button" onClick={props.onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('consultations.end')}
          </SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
