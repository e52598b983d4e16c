import { asApiError } from '../../../api/ApiError';
import { readLiveEvents, type LiveEvent } from '../../../api/liveEvents';
import { pause, untilVisible, watchConnection } from './connection';

const AFTER_END_MS = 250;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** A stream of events, and who wants them. */
export interface LiveSource<Data> {
  readonly path: string;
  /**
   * Called for each event. It is fresh when it is the first one after a start or a loss: answers to
   * other calls may be missing or older than it.
   */
  readonly onEvent: (event: LiveEvent<Data>, fresh: boolean) => void;
}

/**
 * Keeps one stream of events open until it is stopped. A lost stream is opened again with the last
 * event's id, so nothing is missed.
 */
export function keepListening<Data>(source: LiveSource<Data>): () => void {
  const stopped = new AbortController();
  void listen(source, stopped.signal);
  return () => stopped.abort();
}

async function listen<Data>(
  { path, onEvent }: LiveSource<Data>,
  stopped: AbortSignal,
): Promise<void> {
  let lastEventId: string | undefined;
  let fresh = true;
  let failures = 0;
  while (!stopped.aborted) {
    await untilVisible(stopped);
    const watch = watchConnection();
    try {
      await readLiveEvents<Data>({
        path,
        lastEventId,
        signal: AbortSignal.any([stopped, watch.signal]),
        onEvent: (event, id) => {
          if (stopped.aborted) return;
          watch.alive();
          onEvent(event, fresh);
          fresh = false;
          failures = 0;
          lastEventId = id;
        },
      });
    } catch (error) {
      if (refused(error)) return;
      fresh = true;
      if (!watch.signal.aborted) failures += 1;
    } finally {
      watch.stop();
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
