import type { Locator, Page as PlaywrightPage } from '@playwright/test';

/**
 * One page of the app: its path, its heading, its locators and its actions; no assertions.
 *
 * @example
 * class DashboardPage extends Page {
 *   readonly path = '/dashboard';
 *   readonly heading = this.page.getByRole('heading', { level: 1 });
 * }
 */
export abstract class Page {
  abstract readonly path: string;
  /** What is visible once the page has rendered. */
  abstract readonly heading: Locator;

  constructor(readonly page: PlaywrightPage) {}

  /** Opens the page and waits until its heading is there. */
  async open(): Promise<this> {
    await this.page.goto(this.path, { waitUntil: 'commit' });
    await this.heading.waitFor();
    return this;
  }
}
