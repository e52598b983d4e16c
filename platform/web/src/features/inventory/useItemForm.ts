import { inventoryApi, type Item } from '../../api/inventory';
import { useT, type T } from '../../i18n/useT';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { gtinError, levelError } from './numbers';
import { useInventoryChanged } from './useInventoryChanged';

interface Options {
  readonly item: Item | undefined;
  readonly gtin: string;
  readonly onClose: () => void;
}

interface Values extends Readonly<Record<string, string>> {
  readonly gtin: string;
  readonly name: string;
  readonly strength: string;
  readonly form: string;
  readonly reorderLevel: string;
  readonly targetLevel: string;
}

function initialOf(item: Item | undefined, gtin: string): Values {
  return {
    gtin: item?.gtin ?? gtin,
    name: item?.name ?? '',
    strength: item?.strength ?? '',
    form: item?.form ?? '',
    reorderLevel: String(item?.reorderLevel ?? 0),
    targetLevel: String(item?.targetLevel ?? 0),
  };
}

function inputOf(values: Values) {
  return {
    name: values.name.trim(),
    strength: values.strength.trim(),
    form: values.form.trim(),
    reorderLevel: Number(values.reorderLevel),
    targetLevel: Number(values.targetLevel),
  };
}

function targetError({ reorderLevel, targetLevel }: Values, t: T): string | undefined {
  const fault = levelError(targetLevel, t);
  if (fault !== undefined) return fault;
  return Number(targetLevel) < Number(reorderLevel) ? t('invalid.target') : undefined;
}

/** The state of the dialog that adds or changes an item. */
export function useItemForm({ item, gtin, onClose }: Options) {
  const { t } = useT();
  const changed = useInventoryChanged();
  return useForm<Values>({
    initial: initialOf(item, gtin),
    validate: (values) =>
      check.errorsOf({
        gtin: gtinError(values.gtin, t),
        name: check.required(values.name, t),
        reorderLevel: levelError(values.reorderLevel, t),
        targetLevel: targetError(values, t),
      }),
    submit: async (values) => {
      const input = inputOf(values);
      if (item) await inventoryApi.change(item.id, input);
      else await inventoryApi.add({ ...input, gtin: values.gtin.trim() });
      await changed(t(item ? 'inventory.saved' : 'inventory.created', { name: input.name }));
      onClose();
    },
  });
}
