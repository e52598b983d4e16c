import { inventoryApi, type Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { useInventoryChanged } from './useInventoryChanged';

interface Props {
  readonly item: Item;
  readonly onClose: () => void;
}

/** Asks before an item leaves the list. */
export function DeleteItemDialog({ item, onClose }: Props) {
  const { t } = useT();
  const changed = useInventoryChanged();
  const { name } = item;
  return (
    <ConfirmDialog
      title={t('inventory.deleteTitle', { name })}
      text={t('inventory.deleteText')}
      confirm={t('common.delete')}
      part={t('part.inventory')}
      danger
      run={async () => {
        await inventoryApi.remove(item.id);
        await changed(t('inventory.deleted', { name }));
      }}
      onClose={onClose}
    />
  );
}
