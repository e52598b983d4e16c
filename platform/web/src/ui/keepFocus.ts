/**
 * Keeps the place of those who work by keyboard: when the element that has the focus goes away, such as
 * the button of a deleted row, the focus would fall to the start of the document. It goes to the heading
 * of the open dialog, or else of the page.
 */
export function keepFocus(): void {
  let last: Element | null = null;
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
  });
  const observer = new MutationObserver(() => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    last = null;
    const heading = document.querySelector<HTMLElement>('dialog[open] > h2') ?? document.querySelector('h1');
    if (heading === null) return;
    // Only now: a dialog that opens would give its heading the focus instead of its first field.
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
