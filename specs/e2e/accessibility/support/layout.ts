import type { Page } from '@playwright/test';

/** By how many pixels the page is wider than the screen; 0 when nothing scrolls sideways. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Lays style rules over the page, as users do; the app's policy lets no style element in. */
export async function addRules(page: Page, rules: string): Promise<void> {
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets.push(sheet);
  }, rules);
}

/**
 * The texts that are cut off because their box does not grow with them. Names that end in an ellipsis
 * by design, and texts for screen readers alone, are left out.
 */
export function clippedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxes = [...document.body.querySelectorAll<HTMLElement>('button, a, p, th, td, label, legend, h1, h2, h3, li, span')];
    const cut = boxes.filter((box) => {
      const { overflowX, overflowY, textOverflow, position, display } = getComputedStyle(box);
      if (textOverflow === 'ellipsis' || position === 'absolute' || display === 'inline') return false;
      const wide = overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1;
      const high = overflowY !== 'visible' && overflowY !== 'auto' && box.scrollHeight > box.clientHeight + 1;
      return wide || high;
    });
    const spilling = boxes.filter(
      (box) => box.matches('button, a.button, nav a, .badge') && box.checkVisibility() && box.scrollWidth > box.clientWidth + 2,
    );
    return [...new Set([...cut, ...spilling])].map((box) => `${box.tagName.toLowerCase()}: ${box.innerText.slice(0, 60)}`);
  });
}
