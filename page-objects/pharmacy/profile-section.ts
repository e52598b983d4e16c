import { PharmacySection } from './pharmacy-section';

/** What can be told about a pharmacy. */
export interface ProfileDetails {
  readonly name?: string;
  readonly description?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly phone?: string;
}

/** Name, description, address and phone. */
export class ProfileSection extends PharmacySection {
  readonly name = this.root.getByLabel('Name', { exact: true });
  readonly description = this.root.getByLabel('Description (optional)');
  readonly street = this.root.getByLabel('Street and number');
  readonly postcode = this.root.getByLabel('Postcode');
  readonly city = this.root.getByLabel('City');
  readonly phone = this.root.getByLabel('Phone (optional)');
  readonly saveButton = this.button('Save profile');

  /** Fills in what is given, and saves. */
  async save(details: ProfileDetails): Promise<void> {
    for (const [field, text] of Object.entries(details)) await this[field as keyof ProfileDetails].fill(text);
    await this.saveButton.click();
  }
}
