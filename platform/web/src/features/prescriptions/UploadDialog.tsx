import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { prescriptionsApi } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { FieldFrame } from '../../ui/FieldFrame';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextAreaField } from '../../ui/TextAreaField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { PersonField, personIn, usePeople } from './PersonField';

const LIMIT = 5 * 1024 * 1024;

interface Values extends Readonly<Record<string, string>> {
  readonly patient: string;
  readonly note: string;
}

function useUpload(onClose: () => void) {
  const { t } = useT();
  const isPatient = useMe().role === 'patient';
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const patients = usePeople('patient');
  const [file, setFile] = useState<File>();
  const fileError = (): string | undefined => {
    if (file === undefined) return t('prescriptions.invalid.file');
    return file.size > LIMIT ? t('prescriptions.invalid.tooLarge') : undefined;
  };
  const form = useForm<Values>({
    initial: { patient: '', note: '' },
    validate: ({ patient }) =>
      check.errorsOf({
        patient: isPatient ? undefined : check.required(patient, t),
        upload: fileError(),
      }),
    submit: async (values) => {
      const body = new FormData();
      if (file) body.set('file', file);
      const patient = personIn(patients.data, values.patient);
      if (patient) {
        body.set('patientId', patient.id);
        body.set('patientName', patient.name);
      }
      body.set('note', values.note);
      const { id } = await prescriptionsApi.upload(body);
      void queryClient.invalidateQueries({ queryKey: ['prescriptions'] });
      onClose();
      void navigate(`/prescriptions/${id}`);
    },
  });
  return { form, isPatient, setFile, fileProblem: form.field('upload').error };
}

/** Hands a prescription in as a file. */
export function UploadDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useT();
  const { form, isPatient, setFile, fileProblem } = useUpload(onClose);
  return (
    <Dialog title={t('prescriptions.uploadTitle')} onClose={onClose}>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.prescription')} onRetry={form.submitAgain} />
        )}
        {!isPatient && (
          <PersonField
            role="patient"
            field={form.field('patient')}
            label={t('prescriptions.patient')}
            nobody={t('prescriptions.choosePatient')}
          />
        )}
        <FieldFrame
          label={t('prescriptions.uploadFile')}
          hint={t('prescriptions.uploadHint')}
          error={fileProblem}
        >
          {(control) => (
            <input
              {...control}
              type="file"
              accept="application/pdf,image/png,image/jpeg"
              onChange={(event) => setFile(event.target.files?.[0])}
            />
          )}
        </FieldFrame>
        <TextAreaField
          {...form.field('note')}
          label={t('common.optional', { label: t('prescriptions.note') })}
          maxLength={2000}
        />
        <div className="buttons">
          <button type="button" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <SubmitButton pending={form.pending}>{t('prescriptions.hand-in')}</SubmitButton>
        </div>
      </form>
    </Dialog>
  );
}
