import type { Locator } from '@playwright/test';
import { Page } from '../base';
import { Pager } from '../master-account/pager';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { UploadDialog } from './upload-dialog';

/** The list of prescriptions. */
export class PrescriptionsPage extends Page {
  readonly path = '/prescriptions';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Prescriptions' });
  readonly content = this.page.getByRole('main');
  readonly newLink = this.content.getByRole('link', { name: 'New prescription' });
  readonly uploadButton = this.content.getByRole('button', { name: 'Upload prescription' });
  readonly search = this.content.getByRole('searchbox', { name: 'Search prescriptions' });
  readonly state = this.content.getByRole('combobox', { name: 'State' });
  readonly clearFilters = this.content.getByRole('button', { name: 'Clear filters' });
  readonly table = this.content.getByRole('table', { name: 'Prescriptions of this account' });
  /** The number of each prescription, in the order shown. */
  readonly numbers = this.table.getByRole('rowheader');
  readonly pager = new Pager(this.page.getByRole('navigation', { name: 'Pages' }));
  readonly unavailable = new UnavailableNotice(this.content.getByRole('alert'));
  readonly noAccess = this.page.getByRole('heading', {
    level: 1,
    name: 'You do not have access to this area',
  });

  /** The row of one prescription. */
  row(number: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: number }) });
  }

  /** The header of a column, which also tells the order. */
  header(column: string): Locator {
    return this.table.getByRole('columnheader', { name: column });
  }

  /** Sorts by a column; by keyboard, as a phone hides the headers. */
  async sortBy(column: string): Promise<void> {
    await this.header(column).getByRole('button').press('Enter');
  }

  /** Goes to the page of a prescription. */
  async openOne(number: string): Promise<void> {
    await this.table.getByRole('link', { name: number }).click();
  }

  /** Opens the dialog that hands a file in. */
  async startUpload(): Promise<UploadDialog> {
    await this.uploadButton.click();
    return new UploadDialog(this.page.getByRole('dialog', { name: 'Upload a prescription' }));
  }
}
