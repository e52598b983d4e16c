import type { Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { DataTable } from '../../ui/DataTable';
import { ItemTitle } from './ItemTitle';

interface Props {
  readonly caption: string;
  readonly items: readonly Item[];
}

/** Items and their numbers, to read only. */
export function StockTable({ caption, items }: Props) {
  const { t, day, number } = useT();
  return (
    <DataTable
      caption={caption}
      rows={items}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: t('field.name'), cell: (item) => <ItemTitle item={item} /> },
        { key: 'available', header: t('inventory.available'), cell: (item) => number(item.available) },
        { key: 'onHand', header: t('inventory.onHand'), cell: (item) => number(item.onHand) },
        { key: 'reserved', header: t('inventory.reserved'), cell: (item) => number(item.reserved) },
        { key: 'level', header: t('inventory.reorderLevel'), cell: (item) => number(item.reorderLevel) },
        {
          key: 'expiry',
          header: t('inventory.nextExpiry'),
          cell: ({ nextExpiry }) => (nextExpiry === null ? '–' : day(nextExpiry)),
        },
      ]}
    />
  );
}
