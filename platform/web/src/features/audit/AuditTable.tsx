import type { AuditEntry } from '../../api/types';
import { useT } from '../../i18n/useT';
import { DataTable, type Column } from '../../ui/DataTable';

/** The entries as a table. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useT();
  return (
    <DataTable
      caption={t('audit.caption')}
      columns={useColumns()}
      rows={entries}
      rowKey={({ id }) => id}
    />
  );
}

function useColumns(): readonly Column<AuditEntry>[] {
  const { t, tOr, dateTime } = useT();
  return [
    {
      key: 'action',
      header: t('audit.action'),
      cell: ({ action }) => <span className="row-title">{tOr(`action.${action}`, action)}</span>,
    },
    {
      key: 'actor',
      header: t('audit.actor'),
      cell: ({ actor }) => actor.name || t('audit.system'),
    },
    { key: 'target', header: t('audit.target'), cell: ({ target }) => target?.name ?? '–' },
    { key: 'details', header: t('audit.details'), cell: ({ details }) => detailsText(details) },
    {
      key: 'time',
      header: t('audit.time'),
      cell: ({ at }) => <time dateTime={at}>{dateTime(at)}</time>,
    },
  ];
}

function detailsText(details: AuditEntry['details']): string {
  const parts = Object.entries(details).map(([name, value]) => `${name}: ${valueText(value)}`);
  return parts.length === 0 ? '–' : parts.join(', ');
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(valueText).join(', ') || '–';
  if (typeof value !== 'object') return String(value);
  if ('from' in value && 'to' in value) {
    return `${valueText(value.from)} → ${valueText(value.to)}`;
  }
  const parts = Object.entries(value).map(([name, inner]) => `${name} ${valueText(inner)}`);
  return parts.join(', ') || '–';
}
