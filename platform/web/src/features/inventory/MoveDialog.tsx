import { useQuery } from '@tanstack/react-query';
import { inventoryApi, type Batch, type Item, type ManualKind } from '../../api/inventory';
import { useT, type T } from '../../i18n/useT';
import { SelectField } from '../../ui/SelectField';
import { TextField } from '../../ui/TextField';
import { useForm } from '../../ui/useForm';
import * as check from '../../ui/validation';
import { FormDialog } from './FormDialog';
import { changeError, unitsError } from './numbers';
import { useInventoryChanged } from './useInventoryChanged';

interface Props {
  readonly kind: ManualKind;
  readonly item: Item;
  readonly batchId: string;
  readonly onClose: () => void;
}

type Values = Readonly<Record<'batchId' | 'quantity' | 'reason', string>>;

function useMoveForm({ kind, item, batchId, onClose }: Props) {
  const { t } = useT();
  const changed = useInventoryChanged();
  return useForm<Values>({
    initial: { batchId, quantity: '', reason: '' },
    validate: (values) => errorsIn(kind, values, t),
    submit: async (values) => {
      const batch = values.batchId === '' ? {} : { batchId: values.batchId };
      const reason = values.reason.trim();
      await inventoryApi.move(item.id, { kind, quantity: Number(values.quantity), reason, ...batch });
      await changed(t('inventory.moved', { name: item.name }));
      onClose();
    },
  });
}

function errorsIn(kind: ManualKind, { batchId, quantity, reason }: Values, t: T) {
  const adjusts = kind === 'adjust';
  return check.errorsOf({
    batchId: adjusts && batchId === '' ? t('invalid.batch') : undefined,
    quantity: adjusts ? changeError(quantity, t) : unitsError(quantity, t),
    reason: check.required(reason, t),
  });
}

/** Dispenses, writes off or corrects units of an item. */
export function MoveDialog(props: Props) {
  const { kind, item, onClose } = props;
  const { t } = useT();
  const form = useMoveForm(props);
  const adjusts = kind === 'adjust';
  const title = t(`inventory.${kind}Title`, { name: item.name });
  return (
    <FormDialog title={title} form={form} submit={t(`inventory.${kind}`)} onClose={onClose}>
      <SelectField {...form.field('batchId')} label={t('inventory.batch')} options={useOptions(props)} />
      <TextField
        {...form.field('quantity')}
        label={t(adjusts ? 'inventory.change' : 'inventory.quantity')}
        {...(adjusts ? { hint: t('inventory.changeHint') } : { inputMode: 'numeric' as const })}
        autoComplete="off"
      />
      <TextField {...form.field('reason')} label={t('inventory.reason')} maxLength={200} />
    </FormDialog>
  );
}

function useOptions({ kind, item }: Pick<Props, 'kind' | 'item'>) {
  const { t, day } = useT();
  const batches = useQuery({
    queryKey: ['inventory', 'batches', item.id],
    queryFn: () => inventoryApi.batches(item.id),
  });
  const fits = ({ quantity, expired }: Batch) =>
    kind === 'adjust' || (quantity > 0 && !(expired && kind === 'dispense'));
  const options = (batches.data ?? []).filter(fits).map((batch) => ({
    value: batch.id,
    label: t('inventory.batchOption', { ...optionOf(batch), day: day(batch.expiresOn) }),
  }));
  const none = kind === 'adjust' ? '–' : t('inventory.firstExpired');
  return [{ value: '', label: none }, ...options];
}

const optionOf = ({ lot, quantity }: Batch) => ({ lot, quantity });
