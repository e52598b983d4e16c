import type { Page } from '@playwright/test';

/** All pages of Officina for one browser page. */
export class Pages {
  constructor(readonly page: Page) {}
}
