import { LocationDialog } from './location-dialog';
import { LocationRow } from './location-row';
import { MasterAccountPage } from './master-account-page';

/** The pharmacies of the master account. */
export class LocationsPage extends MasterAccountPage {
  readonly path = '/master-account/locations';
  readonly heading = this.page.getByRole('heading', { level: 1, name: 'Locations' });
  readonly addButton = this.content.getByRole('button', { name: 'Add location' });
  readonly search = this.content.getByRole('searchbox', { name: 'Search locations' });
  readonly table = this.page.getByRole('table', { name: 'Locations of this account' });
  readonly names = this.table.getByRole('rowheader');
  readonly dialog = new LocationDialog(this.page.getByRole('dialog', { name: /^(Add a location|Edit )/ }));

  /** Opens the dialog that adds a location. */
  async startAdding(): Promise<LocationDialog> {
    await this.addButton.click();
    return this.dialog;
  }

  /** Opens the dialog that changes a location. */
  async edit(name: string): Promise<LocationDialog> {
    await this.row(name).edit.click();
    return this.dialog;
  }

  /** The row of one location. */
  row(name: string): LocationRow {
    const location = this.page.getByRole('rowheader', { name });
    return new LocationRow(this.table.getByRole('row').filter({ has: location }));
  }
}
