import { asApiError } from '../../../api/ApiError';
import { readLiveEvents, type LiveEvent } from '../../../api/liveEvents';

const AFTER_END_MS = 250;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const HIDDEN_LIMIT_MS = 30_000;

/** Called for each event; the first one of all says where live begins. */
export type OnLiveEvent = (event: LiveEvent, first: boolean) => void;

/**
 * Keeps one stream of events open until it is stopped. A lost stream is opened again with the last
 * event's id, so nothing is missed. A hidden tab gives its connection back: browsers allow only few.
 */
export function keepListening(onEvent: OnLiveEvent): () => void {
  const stopped = new AbortController();
  void listen(onEvent, stopped.signal);
  return () => stopped.abort();
}

async function listen(onEvent: OnLiveEvent, stopped: AbortSignal): Promise<void> {
  let lastEventId: string | undefined;
  let failures = 0;
  while (!stopped.aborted) {
    await untilVisible(stopped);
    const hidden = abortWhenHidden();
    try {
      await readLiveEvents({
        lastEventId,
        signal: AbortSignal.any([stopped, hidden.signal]),
        onEvent: (event, id) => {
          if (stopped.aborted) return;
          failures = 0;
          onEvent(event, lastEventId === undefined);
          lastEventId = id;
        },
      });
    } catch (error) {
      if (refused(error)) return;
      if (!hidden.signal.aborted) failures += 1;
    } finally {
      hidden.stop();
    }
    await pause(pauseAfter(failures), stopped);
  }
}

/** No session or no right: this tab has nothing to listen to any more. */
function refused(error: unknown): boolean {
  const { status } = asApiError(error);
  return status === 401 || status === 403;
}

function pauseAfter(failures: number): number {
  if (failures === 0) return AFTER_END_MS;
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
}

/** Waits; shorter when the network comes back. */
function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return settled((done, { signal }) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
    window.addEventListener('online', done, { signal });
    stopped.addEventListener('abort', done, { signal });
  });
}

function untilVisible(stopped: AbortSignal): Promise<void> {
  if (!document.hidden || stopped.aborted) return Promise.resolve();
  return settled((done, { signal }) => {
    document.addEventListener('visibilitychange', done, { signal });
    stopped.addEventListener('abort', done, { signal });
  });
}

/** A promise whose listeners are gone once it is fulfilled. */
async function settled(
  start: (done: () => void, over: AbortController) => void,
): Promise<void> {
  const over = new AbortController();
  await new Promise<void>((resolve) => start(resolve, over));
  over.abort();
}

function abortWhenHidden(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const connection = new AbortController();
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener(
    'visibilitychange',
    () => {
      clearTimeout(timer);
      if (document.hidden) timer = setTimeout(() => connection.abort(), HIDDEN_LIMIT_MS);
    },
    { signal: over.signal },
  );
  const stop = (): void => {
    clearTimeout(timer);
    over.abort();
  };
  return { signal: connection.signal, stop };
}
