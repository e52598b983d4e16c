import type { BrowserContext, Page } from '@playwright/test';
import type { OfficinaSession } from './accounts';

/** The origin of a site that has nothing to do with the app. */
export const ELSEWHERE = 'https://elsewhere.example';

/** Makes that site exist for a context. */
export async function serveElsewhere(context: BrowserContext): Promise<void> {
  const page = { contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title>' };
  await context.route(`${ELSEWHERE}/**`, (route) => route.fulfill(page));
}

/** Everything that the origin of the page's document has in `localStorage`. */
export function storageOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => ({ ...localStorage }));
}

/** The session that the page's origin holds, parsed; `null` when there is none. */
export async function sessionOn(page: Page): Promise<OfficinaSession | null> {
  const text = (await storageOf(page))['officina.session'];
  return text === undefined ? null : (JSON.parse(text) as OfficinaSession); // the app keeps it as it came
}

/** Fills, from now on, with the path of every document and every change of address. */
export function visitedPaths(page: Page): readonly string[] {
  const paths: string[] = [];
  page.on('framenavigated', (frame) => paths.push(new URL(frame.url()).pathname));
  return paths;
}
