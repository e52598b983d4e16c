import type { Locator } from '@playwright/test';
import { Component } from '../base';
import { PharmacySection } from './pharmacy-section';

/** What can be told about a delivery zone, as it is typed. */
export interface ZoneDetails {
  readonly postcode?: string;
  readonly fee?: string;
  readonly minimumOrder?: string;
  readonly minutes?: string;
}

/** One delivery zone while it is edited. */
export class ZoneRow extends Component {
  readonly postcode = this.root.getByLabel('Postcode');
  readonly fee = this.root.getByLabel(/^Fee in/);
  readonly minimumOrder = this.root.getByLabel(/^Minimum in/);
  readonly minutes = this.root.getByLabel('Minutes');
  readonly remove = this.root.getByRole('button', { name: /^Remove/ });

  /** Fills in what is given. */
  async fill(details: ZoneDetails): Promise<void> {
    for (const [field, text] of Object.entries(details)) await this[field as keyof ZoneDetails].fill(text);
  }
}

/** Where the pharmacy delivers to. */
export class ZonesSection extends PharmacySection {
  readonly rows = this.root.getByRole('group', { name: /^Delivery zone \d+$/ });
  readonly addButton = this.button('Add delivery zone');
  readonly saveButton = this.button('Save delivery zones');

  /** One zone by its number, beginning with 1. */
  row(number: number): ZoneRow {
    return new ZoneRow(this.root.getByRole('group', { name: `Delivery zone ${number}`, exact: true }));
  }

  /** A zone for those who read. */
  line(postcode: string): Locator {
    return this.root.getByRole('row').filter({ hasText: postcode });
  }

  /** Adds a row at the end and fills it in. */
  async add(details: ZoneDetails): Promise<ZoneRow> {
    const number = (await this.rows.count()) + 1;
    await this.addButton.click();
    const row = this.row(number);
    await row.fill(details);
    return row;
  }

  async save(): Promise<void> {
    await this.saveButton.click();
  }
}
