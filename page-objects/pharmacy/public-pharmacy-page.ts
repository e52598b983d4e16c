import type { Locator, Page as PlaywrightPage } from '@playwright/test';
import { Page } from '../base';
import { UnavailableNotice } from '../master-account/unavailable-notice';
import { LanguageSwitch } from '../shell/language-switch';

/** A pharmacy's page for everybody. */
export class PublicPharmacyPage extends Page {
  readonly path: string;
  readonly heading = this.page.getByRole('heading', { level: 1 });
  readonly content = this.page.getByRole('main');
  readonly navigation = this.page.getByRole('navigation');
  readonly language = new LanguageSwitch(this.page.getByRole('banner'));
  readonly unavailable = new UnavailableNotice(this.content.getByRole('alert'));
  readonly badges = this.content.locator('.badge');
  readonly images = this.content.getByRole('img');
  readonly postcode = this.content.getByLabel('Your postcode');
  readonly checkButton = this.content.getByRole('button', { name: 'Check', exact: true });
  /** The answer to the question whether the pharmacy delivers. */
  readonly answer = this.content.getByRole('status');

  constructor(page: PlaywrightPage, slug: string) {
    super(page);
    this.path = `/p/${slug}`;
  }

  /** A part of the page by its heading. */
  part(title: string): Locator {
    return this.content.getByRole('region', { name: title, exact: true });
  }

  /** Asks whether the pharmacy delivers to a postcode. */
  async ask(postcode: string): Promise<void> {
    await this.postcode.fill(postcode);
    await this.checkButton.click();
  }
}
