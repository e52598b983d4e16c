import type { Locator } from '@playwright/test';
import { DayHours } from '../master-account/day-hours';
import { PharmacySection } from './pharmacy-section';

/** The opening hours of the week. */
export class HoursSection extends PharmacySection {
  readonly saveButton = this.button('Save opening hours');

  /** The hours of one day while they are edited, such as "Monday". */
  day(name: string): DayHours {
    return new DayHours(this.root.getByRole('group', { name, exact: true }));
  }

  /** The hours of one day for those who read. */
  line(day: string): Locator {
    return this.root.getByRole('row', { name: day });
  }

  async save(): Promise<void> {
    await this.saveButton.click();
  }
}
