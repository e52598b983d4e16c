import type { Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { TextField } from '../../ui/TextField';
import { FormDialog } from './FormDialog';
import { useItemForm } from './useItemForm';

interface Props {
  readonly item?: Item;
  /** The GTIN of an item to add, as far as it is known. */
  readonly gtin?: string;
  readonly onClose: () => void;
}

/** Adds an item, or changes one; its GTIN stays what it is. */
export function ItemDialog({ item, gtin = '', onClose }: Props) {
  const { t } = useT();
  const form = useItemForm({ item, gtin, onClose });
  const title = item ? t('inventory.editTitle', { name: item.name }) : t('inventory.addTitle');
  const optional = (label: string) => t('common.optional', { label });
  return (
    <FormDialog title={title} form={form} submit={t('common.save')} onClose={onClose}>
      <TextField
        {...form.field('gtin')}
        label={t('inventory.gtin')}
        inputMode="numeric"
        autoComplete="off"
        readOnly={item !== undefined}
      />
      <TextField {...form.field('name')} label={t('field.name')} autoComplete="off" maxLength={200} />
      <div className="pair">
        <TextField
          {...form.field('strength')}
          label={optional(t('inventory.strength'))}
          autoComplete="off"
          maxLength={60}
        />
        <TextField
          {...form.field('form')}
          label={optional(t('inventory.form'))}
          autoComplete="off"
          maxLength={60}
        />
        <TextField
          {...form.field('reorderLevel')}
          label={t('inventory.reorderLevel')}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          {...form.field('targetLevel')}
          label={t('inventory.targetLevel')}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
    </FormDialog>
  );
}
