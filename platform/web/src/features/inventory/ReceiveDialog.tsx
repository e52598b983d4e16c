import { inventoryApi, type Goods, type Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { FormDialog } from './FormDialog';
import { unitsError } from './numbers';
import { useInventoryChanged } from './useInventoryChanged';

interface Props {
  readonly item: Item;
  /** What is known of the goods, as from a scanned code. */
  readonly goods: Partial<Goods>;
  readonly onClose: () => void;
}

/** Receives goods of an item. */
export function ReceiveDialog({ item, goods, onClose }: Props) {
  const { t } = useT();
  const changed = useInventoryChanged();
  const { name } = item;
  const form = useForm({
    initial: { lot: goods.lot ?? '', expiresOn: goods.expiresOn ?? '', quantity: '' },
    validate: ({ lot, expiresOn, quantity }) =>
      check.errorsOf({
        lot: check.required(lot, t),
        expiresOn: check.required(expiresOn, t),
        quantity: unitsError(quantity, t),
      }),
    submit: async ({ lot, expiresOn, quantity }) => {
      const body = { lot: lot.trim(), expiresOn, quantity: Number(quantity) };
      await inventoryApi.receive(item.id, body);
      await changed(t('inventory.received', { count: body.quantity, name }));
      onClose();
    },
  });
  const title = t('inventory.receiveTitle', { name });
  return (
    <FormDialog title={title} form={form} submit={t('inventory.receive')} onClose={onClose}>
      <TextField {...form.field('lot')} label={t('inventory.lot')} autoComplete="off" maxLength={20} />
      <TextField {...form.field('expiresOn')} label={t('inventory.expiresOn')} type="date" />
      <TextField
        {...form.field('quantity')}
        label={t('inventory.quantity')}
        inputMode="numeric"
        autoComplete="off"
      />
    </FormDialog>
  );
}
