import { useState } from 'react';
import { locationsApi } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { useForm } from '../../ui/useForm';
import { HoursEditor } from '../locations/HoursEditor';
import { hoursProblem } from '../locations/hoursProblem';
import { HoursTable } from './HoursTable';
import { Section } from './Section';
import { SectionForm } from './SectionForm';
import type { SectionProps } from './Sections';
import { usePharmacyChanged } from './usePharmacyChanged';

/** When the pharmacy is open, day by day. */
export function HoursSection(props: SectionProps) {
  const { t } = useT();
  return (
    <Section title={t('locations.hours')}>
      {props.mayEdit ? <HoursForm {...props} /> : <HoursTable hours={props.location.openingHours} />}
    </Section>
  );
}

function useHoursForm({ location }: SectionProps) {
  const { t, language } = useT();
  const changed = usePharmacyChanged(location.id);
  const [hours, setHours] = useState(location.openingHours);
  const problem = hoursProblem(hours, t, language);
  const form = useForm({
    initial: { openingHours: '' },
    validate: (): Readonly<Record<string, string>> => (problem === undefined ? {} : { openingHours: problem }),
    submit: async () => {
      const openingHours = hours.toSorted((a, b) => a.day - b.day || a.from.localeCompare(b.from));
      const saved = await locationsApi.change(location.id, { openingHours });
      setHours(saved.openingHours);
      changed(saved, t('pharmacy.hoursSaved'));
    },
  });
  return { form, hours, setHours, fault: problem ?? form.errorAt('openingHours') };
}

function HoursForm(props: SectionProps) {
  const { t } = useT();
  const { form, hours, setHours, fault } = useHoursForm(props);
  return (
    <SectionForm form={form} submit={t('pharmacy.saveHours')}>
      <HoursEditor hours={hours} onHours={setHours} />
      {fault !== undefined && (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
    </SectionForm>
  );
}
