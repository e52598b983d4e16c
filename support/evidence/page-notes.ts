import type { Response } from '@playwright/test';
import type { Observation } from './observation';

// A page that a test loads on purpose is loaded a few times.
const IN_A_CIRCLE = 10;

/** What was seen of pages themselves, beside requests to services. */
export class PageNotes {
  readonly #loads = new Map<string, number>();
  readonly #mocked = new Set<string>();
  #hasCrashed = false;
  #networkHasChanged = false;

  /** Notes an answer, if it is that of a page's own address; resolves when it is noted. */
  async note(response: Response): Promise<void> {
    if (!isPage(response)) return;
    const { pathname } = new URL(response.url());
    this.#loads.set(pathname, (this.#loads.get(pathname) ?? 0) + 1);
    if (!/json/.test(response.headers()['content-type'] ?? '')) return;
    // Where no address stands behind the answer, a mock has given it.
    if ((await response.serverAddr()) === null) this.#mocked.add(pathname);
  }

  /** A page has crashed: what the test says of it afterwards is as a rule a time-out. */
  crashed(): void {
    this.#hasCrashed = true;
  }

  /** The browser has dropped requests: what the page lacks from then on is seen as anything but that. */
  networkChanged(): void {
    this.#networkHasChanged = true;
  }

  /** The notes, without what is empty. */
  get all(): Pick<Observation, 'mocked' | 'circled' | 'crashed' | 'networkChanged'> {
    const circled = [...this.#loads].flatMap(([path, loads]) => (loads >= IN_A_CIRCLE ? [path] : [])).sort();
    return {
      ...(this.#mocked.size > 0 ? { mocked: [...this.#mocked] } : {}),
      ...(circled.length > 0 ? { circled } : {}),
      ...(this.#hasCrashed ? { crashed: true } : {}),
      ...(this.#networkHasChanged ? { networkChanged: true } : {}),
    };
  }
}

/** Whether the answer is that of a page, not of a frame or of something in it. */
function isPage(response: Response): boolean {
  if (response.request().resourceType() !== 'document') return false;
  try {
    return response.frame().parentFrame() === null;
  } catch {
    return false; // the page has gone already
  }
}
