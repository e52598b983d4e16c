import type { Locator } from '@playwright/test';
import { Component } from '../base';

/** The links to all areas, in any language: beside the page on a wide screen, in a drawer on a phone. */
export class Navigation extends Component {
  readonly list = this.root.getByRole('navigation', { name: /^(Main|Hauptnavigation|Navigation principale)$/ });
  readonly links = this.list.getByRole('link');
  readonly menuButton = this.root.getByRole('button', { name: /^Men[uü]$/ });
  readonly drawer = this.root.getByRole('dialog', { name: /^Men[uü]$/ });
  readonly closeButton = this.drawer.getByRole('button', { name: 'Close' });

  /** The link to an area, by its English name. */
  link(area: string): Locator {
    return this.list.getByRole('link', { name: area, exact: true });
  }

  /** Makes the links visible: opens the drawer where the screen is too small for both. */
  async reveal(): Promise<void> {
    await this.menuButton.or(this.list).first().waitFor();
    if (await this.list.isVisible()) return;
    await this.menuButton.click();
  }

  /** Goes to an area. */
  async goTo(area: string): Promise<void> {
    await this.reveal();
    await this.link(area).click();
  }
}
