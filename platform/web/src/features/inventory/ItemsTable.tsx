import type { Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { DataTable, type Column } from '../../ui/DataTable';
import type { ItemTask } from './ItemDialogs';
import { ItemTitle } from './ItemTitle';
import { StockBadge } from './StockBadge';

interface Props {
  readonly items: readonly Item[];
  readonly sorting: { readonly current: string; readonly onSort: (sort: string) => void };
  readonly onTask: (task: ItemTask) => void;
}

/** The items as a table. */
export function ItemsTable({ items, sorting, onTask }: Props) {
  const { t } = useT();
  return (
    <DataTable
      caption={t('inventory.caption')}
      columns={useColumns(onTask)}
      rows={items}
      rowKey={({ id }) => id}
      sorting={sorting}
    />
  );
}

function useColumns(onTask: Props['onTask']): readonly Column<Item>[] {
  const { t, day, number } = useT();
  return [
    {
      key: 'name',
      header: t('field.name'),
      sortBy: 'name',
      cell: (item) => <ItemTitle item={item} gtin={item.gtin} />,
    },
    {
      key: 'available',
      header: t('inventory.available'),
      sortBy: 'available',
      cell: (item) => (
        <span className="amount">
          {number(item.available)} <StockBadge item={item} />
        </span>
      ),
    },
    {
      key: 'onHand',
      header: t('inventory.onHand'),
      sortBy: 'onHand',
      cell: (item) => number(item.onHand),
    },
    { key: 'reserved', header: t('inventory.reserved'), cell: (item) => number(item.reserved) },
    {
      key: 'nextExpiry',
      header: t('inventory.nextExpiry'),
      sortBy: 'nextExpiry',
      cell: ({ nextExpiry }) => (nextExpiry === null ? '–' : day(nextExpiry)),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      cell: (item) => <Actions item={item} onTask={onTask} />,
    },
  ];
}

function Actions({ item, onTask }: { readonly item: Item; readonly onTask: Props['onTask'] }) {
  const { t } = useT();
  const labels = {
    receive: t('inventory.receiveShort'),
    edit: t('common.edit'),
    delete: t('common.delete'),
  } as const;
  return (
    <div className="row-actions">
      {(['receive', 'edit', 'delete'] as const).map((kind) => (
        <button key={kind} type="button" className="small" onClick={() => onTask({ kind, item })}>
          {labels[kind]}
          <span className="sr-only"> {item.name}</span>
        </button>
      ))}
    </div>
  );
}
