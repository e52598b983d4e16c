import { elementInText } from './element-key';

// eslint-disable-next-line no-control-regex -- colour codes start with the escape character
const COLOURS = /\u001b\[[0-9;]*m/g;
const IN_VAIN = /element\(s\) not found|Timeout \d+ms exceeded|Test timeout of \d+ms exceeded/;

/**
 * The element that a failed step waited for and never found, by its key; `undefined` where it was found
 * but was not as expected, and for other failures.
 *
 * @param message an error of Playwright's with its call log.
 */
export function missingElement(message: string): string | undefined {
  const text = message.replace(COLOURS, '');
  if (!IN_VAIN.test(text) || /locator resolved to|Expected: (?:hidden|detached)|to be (?:hidden|detached)/.test(text)) return undefined;
  const waiting = /^\s*- waiting for (.+)$/m.exec(text)?.[1];
  return waiting && elementInText(waiting);
}
