import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client';
import type { Item } from '../../api/inventory';
import type { Page } from '../../api/types';
import { useT } from '../../i18n/useT';
import { SelectField } from '../../ui/SelectField';
import type { FieldBinding } from '../../ui/useForm';

interface Props {
  readonly field: FieldBinding;
  readonly onItem: (itemId: string, name: string) => void;
}

const ITEMS = '/api/inventory/items?sort=name&pageSize=200';

const fullName = ({ name, strength }: Item): string => `${name} ${strength}`.trim();

/** Chooses the item of the stock that a medicine is taken from; the stock may be out of reach. */
export function ItemField({ field, onItem }: Props) {
  const { t } = useT();
  const items = useQuery({
    queryKey: ['inventory', 'to-prescribe'],
    queryFn: async () => (await call<Page<Item>>(ITEMS)).items,
  });
  const options = (items.data ?? []).map((item) => ({
    value: item.id,
    label: t('prescriptions.itemOption', { name: fullName(item), available: item.available }),
  }));
  const known = field.value === '' || options.some(({ value }) => value === field.value);
  // The item chosen before stays one, also when the list of stock cannot be loaded.
  const kept = known ? [] : [{ value: field.value, label: t('prescriptions.keepItem') }];
  return (
    <SelectField
      {...field}
      label={t('prescriptions.item')}
      hint={items.isError ? t('unavailable', { part: t('part.stock') }) : undefined}
      options={[{ value: '', label: t('prescriptions.noItem') }, ...options, ...kept]}
      onValue={(id) => {
        const item = items.data?.find((each) => each.id === id);
        onItem(id, item ? fullName(item) : '');
      }}
    />
  );
}
