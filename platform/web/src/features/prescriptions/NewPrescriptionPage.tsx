import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { prescriptionsApi } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { useMe } from '../../session/useSession';
import { Failure } from '../../ui/Failure';
import { NoAccess } from '../../ui/NoAccess';
import { PageHeading } from '../../ui/PageHeading';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextAreaField } from '../../ui/TextAreaField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { LinesEditor } from './LinesEditor';
import { mayWrite } from './may';
import { PersonField, personIn, usePeople } from './PersonField';
import { useLineDrafts } from './useLineDrafts';

interface Values extends Readonly<Record<string, string>> {
  readonly patient: string;
  readonly doctor: string;
  readonly note: string;
}

function useWriting() {
  const { t } = useT();
  const { role } = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const patients = usePeople('patient');
  const doctors = usePeople('doctor');
  const lines = useLineDrafts([]);
  const form = useForm<Values>({
    initial: { patient: '', doctor: '', note: '' },
    validate: ({ patient }) => ({
      ...check.errorsOf({ patient: check.required(patient, t) }),
      ...(lines.check() ? {} : { lines: '' }),
    }),
    submit: async (values) => {
      const patient = personIn(patients.data, values.patient);
      if (patient === null) return;
      const doctor = personIn(doctors.data, values.doctor);
      const input = { patient, doctor, note: values.note, lines: lines.inputs() };
      const { id } = await prescriptionsApi.create(input);
      void queryClient.invalidateQueries({ queryKey: ['prescriptions'] });
      void navigate(`/prescriptions/${id}`);
    },
  });
  return { form, lines, isDoctor: role === 'doctor' };
}

/** Writes a prescription. */
export function NewPrescriptionPage() {
  return mayWrite(useMe().role) ? <Writing /> : <NoAccess />;
}

function Writing() {
  const { t } = useT();
  const { form, lines, isDoctor } = useWriting();
  return (
    <>
      <PageHeading title={t('prescriptions.newTitle')} />
      <form {...form.props} className="card prescription-form">
        {form.failure && (
          <Failure error={form.failure} part={t('part.prescription')} onRetry={form.submitAgain} />
        )}
        <div className="columns">
          <PersonField
            role="patient"
            field={form.field('patient')}
            label={t('prescriptions.patient')}
            nobody={t('prescriptions.choosePatient')}
          />
          {!isDoctor && (
            <PersonField
              role="doctor"
              field={form.field('doctor')}
              label={t('common.optional', { label: t('prescriptions.doctor') })}
              nobody={t('prescriptions.noDoctor')}
            />
          )}
        </div>
        <LinesEditor lines={lines} />
        <TextAreaField
          {...form.field('note')}
          label={t('common.optional', { label: t('prescriptions.note') })}
          maxLength={2000}
        />
        <div className="buttons">
          <SubmitButton pending={form.pending} pendingText={t('common.saving')}>
            {t('prescriptions.create')}
          </SubmitButton>
          <Link className="button" to="/prescriptions">
            {t('common.cancel')}
          </Link>
        </div>
      </form>
    </>
  );
}
