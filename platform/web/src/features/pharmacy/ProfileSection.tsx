import { COUNTRIES } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { SelectField } from '../../ui/SelectField';
import { TextAreaField } from '../../ui/TextAreaField';
import { TextField } from '../../ui/TextField';
import { Section } from './Section';
import { SectionForm } from './SectionForm';
import type { SectionProps } from './Sections';
import { useProfileForm } from './useProfileForm';

const LONGEST_DESCRIPTION = 2_000;

/** Who the pharmacy is: name, description, address and phone. */
export function ProfileSection(props: SectionProps) {
  const { t } = useT();
  return (
    <Section title={t('pharmacy.profile')}>
      {props.mayEdit ? <ProfileForm {...props} /> : <ProfileFacts {...props} />}
    </Section>
  );
}

function ProfileForm({ location }: SectionProps) {
  const { t } = useT();
  const form = useProfileForm(location);
  const optional = (label: string) => t('common.optional', { label });
  return (
    <SectionForm form={form} submit={t('pharmacy.saveProfile')}>
      <TextField {...form.field('name')} label={t('field.name')} autoComplete="off" maxLength={200} />
      <TextAreaField
        {...form.field('description')}
        label={optional(t('pharmacy.description'))}
        hint={t('pharmacy.descriptionHint', { count: form.values.description.length, most: LONGEST_DESCRIPTION })}
        maxLength={LONGEST_DESCRIPTION}
      />
      <TextField {...form.field('street')} label={t('locations.street')} autoComplete="off" />
      <div className="pair">
        <TextField {...form.field('postcode')} label={t('locations.postcode')} autoComplete="off" />
        <TextField {...form.field('city')} label={t('locations.city')} autoComplete="off" />
        <SelectField
          {...form.field('country')}
          label={t('locations.country')}
          options={COUNTRIES.map((each) => ({ value: each, label: t(`country.${each}`) }))}
        />
        <TextField
          {...form.field('phone')}
          label={optional(t('field.phone'))}
          type="tel"
          autoComplete="off"
        />
      </div>
      {location.verification.state === 'verified' && (
        <p className="hint">{t('pharmacy.endsVerification')}</p>
      )}
    </SectionForm>
  );
}

function ProfileFacts({ location }: SectionProps) {
  const { t } = useT();
  const { name, description, street, postcode, city, country, phone } = location;
  return (
    <>
      <p className="row-title">{name}</p>
      {description !== '' && <p className="pharmacy-text">{description}</p>}
      <p>
        {street}
        <br />
        {postcode} {city}, {t(`country.${country}`)}
      </p>
      {phone !== '' && <p>{phone}</p>}
    </>
  );
}
