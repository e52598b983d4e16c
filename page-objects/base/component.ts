import type { Locator, Page as PlaywrightPage } from '@playwright/test';

/**
 * A part of a page: everything in it is found within its root.
 *
 * @example
 * class UsersTable extends Component {
 *   readonly rows = this.root.getByRole('row');
 * }
 * const table = new UsersTable(page.getByRole('table', { name: 'Users' }));
 */
export abstract class Component {
  constructor(readonly root: Locator) {}

  /** The same kind of component below another root, as for a second table or dialog. */
  within(root: Locator): this {
    const Same = this.constructor as new (root: Locator) => this;
    return new Same(root);
  }

  /** The page that the component stands on. */
  protected get page(): PlaywrightPage {
    return this.root.page();
  }
}
