import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { inventoryApi, type ExpiringBatch, type Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { DataTable } from '../../ui/DataTable';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { SelectField } from '../../ui/SelectField';
import { useSearchFilter } from '../../ui/useSearchFilter';
import { ItemTitle } from './ItemTitle';
import { Part } from './Part';
import { StockTable } from './StockTable';

const PERIODS = ['7', '30', '90', '180'] as const;
const USUAL_PERIOD = '30';

/** What is low, out of stock, expiring or expired. */
export function AlertsPage() {
  const { t } = useT();
  const filter = useSearchFilter();
  const days = filter.get('days') || USUAL_PERIOD;
  const alerts = useQuery({
    queryKey: ['inventory', 'alerts', days],
    queryFn: () => inventoryApi.alerts(days),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeading title={t('inventory.alerts')} lead={t('inventory.alertsLead')} />
      <QueryView query={alerts} part={t('part.inventory')}>
        {({ out, low, expiring }) => (
          <div className="item-parts">
            <Items title={t('inventory.outTitle')} none={t('inventory.outNone')} items={out} />
            <Items title={t('inventory.lowTitle')} none={t('inventory.lowNone')} items={low} />
            <Part
              title={t('inventory.expiringTitle')}
              action={
                <SelectField
                  label={t('inventory.within')}
                  value={days}
                  options={PERIODS.map((value) => ({
                    value,
                    label: t('inventory.days', { count: Number(value) }),
                  }))}
                  onValue={(value) => filter.set('days', value)}
                />
              }
            >
              <Expiring batches={expiring} />
            </Part>
          </div>
        )}
      </QueryView>
    </>
  );
}

interface ItemsProps {
  readonly title: string;
  readonly none: string;
  readonly items: readonly Item[];
}

function Items({ title, none, items }: ItemsProps) {
  return (
    <Part title={title}>
      {items.length === 0 ? <p className="muted">{none}</p> : <StockTable caption={title} items={items} />}
    </Part>
  );
}

function Expiring({ batches }: { readonly batches: readonly ExpiringBatch[] }) {
  const { t, day, number } = useT();
  if (batches.length === 0) return <p className="muted">{t('inventory.expiringNone')}</p>;
  return (
    <DataTable
      caption={t('inventory.expiringTitle')}
      rows={batches}
      rowKey={({ batch }) => batch.id}
      columns={[
        { key: 'name', header: t('field.name'), cell: ({ item }) => <ItemTitle item={item} /> },
        { key: 'lot', header: t('inventory.lot'), cell: ({ batch }) => batch.lot },
        { key: 'quantity', header: t('inventory.quantity'), cell: ({ batch }) => number(batch.quantity) },
        {
          key: 'day',
          header: t('inventory.expiresOn'),
          cell: ({ batch, daysLeft }) => (
            <span className="amount">
              {day(batch.expiresOn)}{' '}
              <Badge tone={batch.expired ? 'bad' : 'warn'}>
                {batch.expired ? t('inventory.expired') : t('inventory.daysLeft', { count: daysLeft })}
              </Badge>
            </span>
          ),
        },
      ]}
    />
  );
}
