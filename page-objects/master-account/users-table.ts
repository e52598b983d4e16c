import type { Locator } from '@playwright/test';
import { Component } from '../base';
import { UserRow } from './user-row';

/** The list of users. */
export class UsersTable extends Component {
  /** Name and addresses of each user, in the order shown. */
  readonly people = this.root.getByRole('rowheader');

  /** The row of one user. */
  row(name: string): UserRow {
    const person = this.page.getByRole('rowheader', { name });
    return new UserRow(this.root.getByRole('row').filter({ has: person }));
  }

  /** The header of a column, which also tells the order. */
  header(column: string): Locator {
    return this.root.getByRole('columnheader', { name: column });
  }

  /** Sorts by a column, the other way round if it sorts already; by keyboard, as a phone hides the headers. */
  async sortBy(column: string): Promise<void> {
    await this.header(column).getByRole('button').press('Enter');
  }
}
