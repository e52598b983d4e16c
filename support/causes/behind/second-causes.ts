import type { Asks } from './asks-of-tests';

/** What the run itself has shown of pages. */
export interface PageFacts {
  /** Elements that tests waited for in vain. */
  readonly missing: ReadonlySet<string>;
  /** Elements that tests have found. */
  readonly found: ReadonlySet<string>;
  /** What stood on the pages of failed tests, as Playwright describes them. */
  readonly snapshots: readonly string[];
  /** Paths of pages that a test's own mock has answered with data. */
  readonly mocked: ReadonlySet<string>;
}

/**
 * What a test would meet behind its present cause: an element that it asks for and that no page had where
 * tests of this run looked for it, or a mock of its own on a page's own address that has answered so.
 *
 * Only what a test of this run has met counts, so that nothing is guessed.
 */
export function secondCauses(asks: Asks, facts: PageFacts): readonly string[] {
  const absent = [...new Set(asks.elements)].filter((key) => isOnNoPage(key, facts));
  const answered = [...facts.mocked].filter(
    (path) => asks.visits.some((one) => pathOf(one) === path) && asks.routes.some((pattern) => covers(pattern, path)),
  );
  return [...absent.map(tellAbsent), ...answered.map(tellMocked)];
}

/** In words: an element that no page had. */
export function tellAbsent(key: string): string {
  return `no page had ${key} where tests of this run looked for it`;
}

/** In words: a mock on a page's own address. */
export function tellMocked(path: string): string {
  return `a mock of the test answers the page's own address ${path} with data`;
}

/** In words: pages that lead to each other. */
export function tellCircled(paths: readonly string[]): string {
  return `the app went round in a circle: ${paths.join(', ')}`;
}

/** Whether tests have waited for an element in vain, and nothing in the run speaks for it. */
function isOnNoPage(key: string, { missing, found, snapshots }: PageFacts): boolean {
  if (!missing.has(key) || found.has(key)) return false;
  // What has the name may be there under another role; a test id is in no snapshot.
  const name = (/name:("(?:[^"\\]|\\.)*")/.exec(key) ?? /^getBy(?:Text|Label)\(("(?:[^"\\]|\\.)*")/.exec(key))?.[1];
  return name === undefined || !snapshots.some((text) => text.includes(String(JSON.parse(name))));
}

/** Whether a route's pattern matches a path; `*` is one part of it and `**` any, as in Playwright. */
export function covers(pattern: string, path: string): boolean {
  const source = pattern
    .replace(/^https?:\/\/[^/]*/, '')
    .replace(/[.+^${}()|[\]\\?]/g, '\\$&')
    .replace(/\/\*\*\//g, '(?:/<any>)?/')
    .replace(/^\*\*\//, '(?:<any>/)?')
    .replace(/\*\*/g, '<any>')
    .replace(/\*/g, '[^/]*')
    .replaceAll('<any>', '.*');
  return new RegExp(`^${source}$`).test(path);
}

function pathOf(address: string): string | undefined {
  return URL.canParse(address, 'http://app') ? new URL(address, 'http://app').pathname : undefined;
}
