import type { Locator } from '@playwright/test';
import { Component } from '../base';
import { PharmacySection } from './pharmacy-section';

/** What can be told about a holiday; `from` and `to` make it one with special hours. */
export interface HolidayDetails {
  readonly date?: string;
  readonly name?: string;
  readonly from?: string;
  readonly to?: string;
}

/** One holiday while it is edited. */
export class HolidayRow extends Component {
  readonly date = this.root.getByLabel('Date');
  readonly name = this.root.getByLabel('Name', { exact: true });
  readonly opening = this.root.getByLabel('Opening');
  readonly from = this.root.getByLabel('Opens at');
  readonly to = this.root.getByLabel('Closes at');
  readonly remove = this.root.getByRole('button', { name: /^Remove/ });

  /** Fills in what is given. */
  async fill({ date, name, from, to }: HolidayDetails): Promise<void> {
    if (date !== undefined) await this.date.fill(date);
    if (name !== undefined) await this.name.fill(name);
    if (from === undefined || to === undefined) return;
    await this.opening.selectOption({ label: 'Special hours' });
    await this.from.fill(from);
    await this.to.fill(to);
  }
}

/** The days that differ from their weekday. */
export class HolidaysSection extends PharmacySection {
  readonly rows = this.root.getByRole('group', { name: /^Holiday \d+$/ });
  readonly addButton = this.button('Add holiday');
  readonly saveButton = this.button('Save holidays');

  /** One holiday by its number, beginning with 1. */
  row(number: number): HolidayRow {
    return new HolidayRow(this.root.getByRole('group', { name: `Holiday ${number}`, exact: true }));
  }

  /** A holiday for those who read. */
  line(name: string): Locator {
    return this.root.getByRole('listitem').filter({ hasText: name });
  }

  /** Adds a row at the end and fills it in. */
  async add(details: HolidayDetails): Promise<HolidayRow> {
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
