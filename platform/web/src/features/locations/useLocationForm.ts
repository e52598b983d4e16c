import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { locationsApi, type Country, type Location, type LocationInput, type OpeningHours } from '../../api/locations';
import { useT, type T } from '../../i18n/useT';
import { useNotify } from '../../ui/notify';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { hoursProblem } from './hoursProblem';

interface Values extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: Country;
  readonly phone: string;
  readonly managerId: string;
}

function initialOf(location: Location | undefined): Values {
  if (location === undefined) {
    return {
      name: '',
      street: '',
      postcode: '',
      city: '',
      country: 'CH',
      phone: '',
      managerId: '',
    };
  }
  const { name, street, postcode, city, country, phone, managerId } = location;
  return { name, street, postcode, city, country, phone, managerId: managerId ?? '' };
}

function inputOf(values: Values, hours: readonly OpeningHours[]): LocationInput {
  const openingHours = hours.toSorted((a, b) => a.day - b.day || a.from.localeCompare(b.from));
  return {
    name: values.name.trim(),
    street: values.street.trim(),
    postcode: values.postcode.trim(),
    city: values.city.trim(),
    country: values.country,
    phone: values.phone.trim(),
    managerId: values.managerId || null,
    openingHours,
  };
}

function validate(values: Values, t: T) {
  return check.errorsOf({
    name: check.required(values.name, t),
    street: check.required(values.street, t),
    postcode: check.required(values.postcode, t),
    city: check.required(values.city, t),
    phone: check.phone(values.phone, t),
  });
}

/** The state of the dialog that adds or changes a location. */
export function useLocationForm(location: Location | undefined, onClose: () => void) {
  const { t, language } = useT();
  const notify = useNotify();
  const queryClient = useQueryClient();
  const [hours, setHours] = useState(location?.openingHours ?? []);
  const hoursError = hoursProblem(hours, t, language);
  const form = useForm<Values>({
    initial: initialOf(location),
    validate: (values) => ({
      ...validate(values, t),
      ...(hoursError === undefined ? {} : { openingHours: hoursError }),
    }),
    submit: async (values) => {
      const input = inputOf(values, hours);
      if (location) await locationsApi.change(location.id, input);
      else await locationsApi.create(input);
      // The next dialog would otherwise open with the values of before, and save them again.
      await queryClient.invalidateQueries({ queryKey: ['locations'] });
      notify(t(location ? 'locations.saved' : 'locations.created', { name: input.name }));
      onClose();
    },
  });
  return { form, hours, setHours, hoursError };
}
