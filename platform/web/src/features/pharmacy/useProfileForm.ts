import { locationsApi, type Country, type Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { usePharmacyChanged } from './usePharmacyChanged';

interface Values extends Readonly<Record<string, string>> {
  readonly name: string;
  readonly description: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: Country;
  readonly phone: string;
}

function initialOf({ name, description, street, postcode, city, country, phone }: Location): Values {
  return { name, description, street, postcode, city, country, phone };
}

/** The state of the form of name, description, address and phone. */
export function useProfileForm(location: Location) {
  const { t } = useT();
  const changed = usePharmacyChanged(location.id);
  return useForm<Values>({
    initial: initialOf(location),
    validate: (values) =>
      check.errorsOf({
        name: check.required(values.name, t),
        street: check.required(values.street, t),
        postcode: check.required(values.postcode, t),
        city: check.required(values.city, t),
        phone: check.phone(values.phone, t),
      }),
    submit: async ({ country, ...texts }) => {
      const trimmed = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()]));
      changed(await locationsApi.change(location.id, { ...trimmed, country }), t('pharmacy.profileSaved'));
    },
  });
}
