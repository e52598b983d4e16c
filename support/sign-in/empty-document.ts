import type { Page } from '@playwright/test';

const PATH = '/__groundwork__/empty';
const HTML = '<!doctype html><title>Groundwork</title>';
const TRIES = 3;

/**
 * Navigates to an empty document that is served here for the app's origin.
 *
 * Storage belongs to an origin: on `about:blank`, a `data:` page or another site the browser refuses
 * it with `SecurityError`, or gives the wrong one. On the app's own pages the app's code would run
 * beside ours and could write its old session back.
 */
export async function openEmptyDocument(page: Page, origin: string): Promise<void> {
  const url = `${origin}${PATH}`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: HTML }));
  try {
    await navigate(page, url);
  } finally {
    await page.unroute(url);
  }
}

async function navigate(page: Page, url: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await page.goto(url);
      return;
    } catch (error) {
      // The page was on its way elsewhere, as after a click that leads to another page.
      const isInterrupted = error instanceof Error && /interrupted by another navigation|ERR_ABORTED/.test(error.message);
      if (!isInterrupted || attempt === TRIES) throw error;
    }
  }
}
