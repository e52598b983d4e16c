import type { Page } from '@playwright/test';

/**
 * Everything that is written on the page, seen or read out: texts, and names that only assistive
 * technology tells. What the app does not write itself is left out: names of languages in themselves.
 */
export function textsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent?.closest('script, style, noscript, .language option')) continue;
      found.add(walker.currentNode.textContent?.trim() ?? '');
    }
    const named = document.body.querySelectorAll('[aria-label], [alt], [title], [placeholder], [data-label]');
    for (const element of named) {
      for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'data-label']) {
        found.add(element.getAttribute(name)?.trim() ?? '');
      }
    }
    found.add(document.title);
    found.delete('');
    return [...found];
  });
}
