import type { DeliveryZone, Location } from '../../api/locations';
import { useT } from '../../i18n/useT';
import { DataTable, type Column } from '../../ui/DataTable';
import { moneyText } from './money';

/** Delivery zones as a table. */
export function ZoneTable({ location }: { readonly location: Location }) {
  const { t, language } = useT();
  const { country, deliveryZones } = location;
  if (deliveryZones.length === 0) return <p className="muted">{t('pharmacy.noZones')}</p>;
  const columns: readonly Column<DeliveryZone>[] = [
    { key: 'postcode', header: t('locations.postcode'), cell: ({ postcode }) => postcode },
    {
      key: 'fee',
      header: t('pharmacy.feeColumn'),
      cell: ({ fee }) => moneyText(fee, country, language),
    },
    {
      key: 'minimum',
      header: t('pharmacy.minimumColumn'),
      cell: ({ minimumOrder }) => moneyText(minimumOrder, country, language),
    },
    { key: 'minutes', header: t('pharmacy.minutes'), cell: ({ minutes }) => minutes },
  ];
  return (
    <DataTable
      caption={t('pharmacy.zones')}
      columns={columns}
      rows={deliveryZones}
      rowKey={({ postcode }) => postcode}
    />
  );
}
