import type { Page } from '@playwright/test';

/** One stop of the Tab key. */
export interface Stop {
  readonly name: string;
  /** Whether one sees that it has the focus: an outline, and a place on the screen that nothing covers. */
  readonly seen: boolean;
}

/** Presses Tab and tells where the focus is then. */
export async function tab(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    // A link that goes over two lines has a box for each.
    const { left, top, width, height } = focused.getClientRects()[0] ?? new DOMRect();
    const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(left + width * part, top + height * part));
    const uncovered = points.some((above) => above !== null && focused.contains(above));
    const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const text = focused === document.body ? '' : (focused.getAttribute('aria-label') ?? focused.textContent ?? '');
    return { name: `${focused.tagName.toLowerCase()} ${text.trim().slice(0, 40)}`.trim(), seen: outlined && uncovered };
  });
}

/** Presses Tab until the element with the accessible name has the focus. */
export async function tabTo(page: Page, name: string, most = 60): Promise<void> {
  const wanted = page.locator(':focus').and(page.getByLabel(name, { exact: true }).or(page.getByRole('button', { name, exact: true })).or(page.getByRole('link', { name, exact: true })));
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    if ((await wanted.count()) > 0) return;
  }
  throw new Error(`Tab was pressed ${most} times and did not come to "${name}".`);
}
