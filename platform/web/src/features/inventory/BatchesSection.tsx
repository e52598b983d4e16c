import { useQuery } from '@tanstack/react-query';
import { inventoryApi, type Batch, type Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { DataTable, type Column } from '../../ui/DataTable';
import { QueryView } from '../../ui/QueryView';
import type { ItemTask } from './ItemDialogs';
import { Part } from './Part';

const FULL = ['waste', 'adjust'] as const;
const EMPTY = ['adjust'] as const;

interface Props {
  readonly item: Item;
  readonly onTask: (task: ItemTask) => void;
}

/** The batches of an item, first expired first. */
export function BatchesSection({ item, onTask }: Props) {
  const { t } = useT();
  const batches = useQuery({
    queryKey: ['inventory', 'batches', item.id],
    queryFn: () => inventoryApi.batches(item.id),
  });
  const columns = useColumns(item, onTask);
  return (
    <Part title={t('inventory.batches')}>
      <QueryView query={batches} part={t('part.inventory')}>
        {(found) =>
          found.length === 0 ? (
            <p className="empty">{t('inventory.noBatches')}</p>
          ) : (
            <DataTable
              caption={t('inventory.batches')}
              columns={columns}
              rows={found}
              rowKey={({ id }) => id}
            />
          )
        }
      </QueryView>
    </Part>
  );
}

function useColumns(item: Item, onTask: Props['onTask']): readonly Column<Batch>[] {
  const { t, day, number } = useT();
  return [
    {
      key: 'lot',
      header: t('inventory.lot'),
      cell: ({ lot }) => <span className="row-title">{lot}</span>,
    },
    {
      key: 'expiresOn',
      header: t('inventory.expiresOn'),
      cell: ({ expiresOn, expired }) => (
        <span className="amount">
          {day(expiresOn)}{' '}
          {expired && <Badge tone="bad">{t('inventory.expired')}</Badge>}
        </span>
      ),
    },
    { key: 'quantity', header: t('inventory.quantity'), cell: ({ quantity }) => number(quantity) },
    {
      key: 'actions',
      header: t('common.actions'),
      cell: ({ id, lot, quantity }) => (
        <div className="row-actions">
          {(quantity > 0 ? FULL : EMPTY).map((kind) => (
            <button
              key={kind}
              type="button"
              className="small"
              onClick={() => onTask({ kind, item, batchId: id })}
            >
              {t(`inventory.${kind}`)}
              <span className="sr-only"> {lot}</span>
            </button>
          ))}
        </div>
      ),
    },
  ];
}
