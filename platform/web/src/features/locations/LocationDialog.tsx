import { COUNTRIES, type Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { SelectField } from '../../ui/SelectField';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import { HoursEditor } from './HoursEditor';
import { ManagerField } from './ManagerField';
import { useLocationForm } from './useLocationForm';

interface Props {
  readonly location?: Location;
  readonly onClose: () => void;
}

/** Adds a location, or changes one. */
export function LocationDialog({ location, onClose }: Props) {
  const { t } = useT();
  const { form, hours, setHours, hoursError } = useLocationForm(location, onClose);
  const title = location
    ? t('locations.editTitle', { name: location.name })
    : t('locations.addTitle');
  return (
    <Dialog wide title={title} onClose={onClose}>
      <form {...form.props} className="stack">
        {form.failure && (
          <Failure error={form.failure} part={t('part.locations')} onRetry={form.submitAgain} />
        )}
        <Fields form={form} />
        <HoursEditor hours={hours} onHours={setHours} />
        {hoursError && (
          <p className="field-error" role="alert">
            {hoursError}
          </p>
        )}
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

function Fields({ form }: Pick<ReturnType<typeof useLocationForm>, 'form'>) {
  const { t } = useT();
  return (
    <>
      <TextField {...form.field('name')} label={t('field.name')} autoComplete="off" />
      <TextField {...form.field('street')} label={t('locations.street')} autoComplete="off" />
      <div className="columns">
        <TextField {...form.field('postcode')} label={t('locations.postcode')} autoComplete="off" />
        <TextField {...form.field('city')} label={t('locations.city')} autoComplete="off" />
        <SelectField
          {...form.field('country')}
          label={t('locations.country')}
          options={COUNTRIES.map((each) => ({ value: each, label: t(`country.${each}`) }))}
        />
        <TextField
          {...form.field('phone')}
          label={t('common.optional', { label: t('field.phone') })}
          type="tel"
          autoComplete="off"
        />
      </div>
      <ManagerField {...form.field('managerId')} />
    </>
  );
}
