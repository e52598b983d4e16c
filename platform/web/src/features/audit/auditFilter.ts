import type { AuditFilter } from '../../api/account';
import type { SearchFilter } from '../../ui/useSearchFilter';

/** What the server is asked for: a day that is chosen counts from its first to its last moment. */
export function auditFilterOf(filter: SearchFilter): AuditFilter {
  return {
    actor: filter.get('actor'),
    action: filter.get('action'),
    search: filter.get('search'),
    from: moment(filter.get('from'), 'T00:00:00.000'),
    to: moment(filter.get('to'), 'T23:59:59.999'),
  };
}

function moment(day: string, time: string): string {
  const date = new Date(day + time);
  return day === '' || Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
