import { csvLine } from '@officina/shared/csv/csv';

import type { AuditItem } from './schema';

/** The head line of the export. */
export const CSV_HEAD = csvLine(['at', 'actor', 'action', 'target type', 'target', 'details']);

/** An entry as a line of the export. */
export function auditLine({ at, actor, action, target, details }: AuditItem): string {
  const about = [target?.type ?? '', target?.name ?? ''];
  const more = Object.keys(details).length === 0 ? '' : JSON.stringify(details);
  return csvLine([at, actor.name, action, ...about, more]);
}
