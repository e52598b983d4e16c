import { DayHours } from './day-hours';
import { Modal } from './modal';

/** What can be told about a location. */
export interface LocationDetails {
  readonly name?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  /** As shown, such as "France". */
  readonly country?: string;
  readonly phone?: string;
  /** The manager's name. */
  readonly manager?: string;
}

/** Adds or changes a location. */
export class LocationDialog extends Modal {
  readonly name = this.root.getByRole('textbox', { name: 'Name', exact: true });
  readonly street = this.root.getByRole('textbox', { name: 'Street and number' });
  readonly postcode = this.root.getByRole('textbox', { name: 'Postcode' });
  readonly city = this.root.getByRole('textbox', { name: 'City' });
  readonly country = this.root.getByRole('combobox', { name: 'Country' });
  readonly phone = this.root.getByRole('textbox', { name: 'Phone (optional)' });
  readonly manager = this.root.getByRole('combobox', { name: 'Manager' });

  /** The opening hours of one day, such as "Monday". */
  hours(day: string): DayHours {
    return new DayHours(this.root.getByRole('group', { name: day, exact: true }));
  }

  /** Fills in what is given and leaves the other fields as they are. */
  async fill(details: LocationDetails): Promise<this> {
    for (const field of ['name', 'street', 'postcode', 'city', 'phone'] as const) {
      const text = details[field];
      if (text !== undefined) await this[field].fill(text);
    }
    for (const field of ['country', 'manager'] as const) {
      const label = details[field];
      if (label !== undefined) await this[field].selectOption({ label });
    }
    return this;
  }

  /** Saves the location. */
  async save(): Promise<void> {
    await this.root.getByRole('button', { name: 'Save' }).click();
  }
}
