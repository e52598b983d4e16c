import type { Download } from '@playwright/test';
import { AuditEntry } from './audit-entry';
import { AuditFilters } from './audit-filters';
import { MasterAccountPage } from './master-account-page';
import { Modal } from './modal';
import { Pager } from './pager';

/** Who did what, and when. */
export class AuditLogPage extends MasterAccountPage {
  readonly path = '/master-account/audit-log';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Audit log' });
  readonly filters = new AuditFilters(this.content.getByRole('search'));
  readonly table = this.page.getByRole('table', { name: 'Entries of the audit log' });
  /** What was done, the latest first. */
  readonly actions = this.table.getByRole('rowheader');
  readonly pager = new Pager(this.page.getByRole('navigation', { name: 'Pages' }));
  readonly exportButton = this.content.getByRole('button', { name: 'Export CSV' });
  readonly exportFailure = new Modal(this.page.getByRole('dialog', { name: 'Export CSV' }));

  /** The entries of an action, as shown, such as "Role changed". */
  entry(action: string): AuditEntry {
    const header = this.page.getByRole('rowheader', { name: action, exact: true });
    return new AuditEntry(this.table.getByRole('row').filter({ has: header }));
  }

  /** Exports what is listed. */
  async export(): Promise<Download> {
    const download = this.page.waitForEvent('download');
    await this.exportButton.click();
    return download;
  }
}
