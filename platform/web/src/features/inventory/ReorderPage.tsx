import { useQuery } from '@tanstack/react-query';
import { inventoryApi, type Suggestion } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { DataTable } from '../../ui/DataTable';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { useCopy } from '../../ui/useCopy';
import { ItemTitle } from './ItemTitle';

const lineOf = ({ item, quantity }: Suggestion): string =>
  [item.gtin, [item.name, item.strength, item.form].filter(Boolean).join(' '), quantity].join('\t');

/** What to order so that every item reaches its target level. */
export function ReorderPage() {
  const { t } = useT();
  const copy = useCopy();
  const suggestions = useQuery({
    queryKey: ['inventory', 'suggestions'],
    queryFn: inventoryApi.suggestions,
  });
  const list = suggestions.data ?? [];
  return (
    <>
      <PageHeading title={t('inventory.reorder')} lead={t('inventory.reorderLead')}>
        {list.length > 0 && (
          <button type="button" onClick={() => void copy(list.map(lineOf).join('\n'))}>
            {t('inventory.copyOrder')}
          </button>
        )}
      </PageHeading>
      <QueryView query={suggestions} part={t('part.inventory')}>
        {(found) =>
          found.length === 0 ? (
            <p className="empty">{t('inventory.reorderNone')}</p>
          ) : (
            <Suggestions suggestions={found} />
          )
        }
      </QueryView>
    </>
  );
}

function Suggestions({ suggestions }: { readonly suggestions: readonly Suggestion[] }) {
  const { t, number } = useT();
  return (
    <DataTable
      caption={t('inventory.reorderCaption')}
      rows={suggestions}
      rowKey={({ item }) => item.id}
      columns={[
        {
          key: 'name',
          header: t('field.name'),
          cell: ({ item }) => <ItemTitle item={item} gtin={item.gtin} />,
        },
        { key: 'available', header: t('inventory.available'), cell: ({ item }) => number(item.available) },
        { key: 'reorder', header: t('inventory.reorderLevel'), cell: ({ item }) => number(item.reorderLevel) },
        { key: 'target', header: t('inventory.targetLevel'), cell: ({ item }) => number(item.targetLevel) },
        {
          key: 'order',
          header: t('inventory.order'),
          cell: ({ quantity }) => <strong>{number(quantity)}</strong>,
        },
      ]}
    />
  );
}
