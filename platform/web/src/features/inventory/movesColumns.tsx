import type { Move } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import type { Column } from '../../ui/DataTable';

/** The columns of every table of moves. */
export function useMoveColumns(): readonly Column<Move>[] {
  const { t, dateTime, number } = useT();
  return [
    {
      key: 'kind',
      header: t('inventory.kind'),
      cell: ({ kind }) => <span className="row-title">{t(`inventory.move.${kind}`)}</span>,
    },
    {
      key: 'quantity',
      header: t('inventory.quantity'),
      cell: ({ quantity }) => (quantity > 0 ? `+${number(quantity)}` : `−${number(-quantity)}`),
    },
    { key: 'lot', header: t('inventory.lot'), cell: ({ lot }) => lot },
    {
      key: 'reason',
      header: t('inventory.reason'),
      cell: ({ kind, reason }) => (kind === 'receive' ? '–' : reason),
    },
    { key: 'by', header: t('inventory.by'), cell: ({ actor }) => actor.name },
    {
      key: 'at',
      header: t('inventory.at'),
      cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time>,
    },
  ];
}
