const HIDDEN_LIMIT_MS = 30_000;
// Three times the server's pause between two heartbeats.
const SILENCE_LIMIT_MS = 45_000;

/** Waits; shorter when the network comes back. */
export function pause(ms: number, stopped: AbortSignal): Promise<void> {
  return settled((done, { signal }) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
    window.addEventListener('online', done, { signal });
    stopped.addEventListener('abort', done, { signal });
  });
}

/** Waits while nobody looks at this tab. */
export function untilVisible(stopped: AbortSignal): Promise<void> {
  if (!document.hidden || stopped.aborted) return Promise.resolve();
  return settled((done, { signal }) => {
    document.addEventListener('visibilitychange', done, { signal });
    stopped.addEventListener('abort', done, { signal });
  });
}

/** A promise whose listeners are gone once it is fulfilled. */
async function settled(start: (done: () => void, over: AbortController) => void): Promise<void> {
  const over = new AbortController();
  await new Promise<void>((resolve) => start(resolve, over));
  over.abort();
}

/** Says when a connection is not worth keeping. */
export interface Watch {
  readonly signal: AbortSignal;
  /** To be called whenever something came through. */
  readonly alive: () => void;
  readonly stop: () => void;
}

/**
 * Watches a connection: it is given up when nothing comes through any more, when the network was
 * away, and when its tab is hidden, for browsers allow only few connections to one server.
 */
export function watchConnection(): Watch {
  const connection = new AbortController();
  const over = new AbortController();
  const giveUp = (): void => connection.abort();
  const silence = limit(giveUp, SILENCE_LIMIT_MS);
  const hidden = limit(giveUp, HIDDEN_LIMIT_MS);
  silence.start();
  const { signal } = over;
  window.addEventListener('online', giveUp, { signal });
  const look = (): void => (document.hidden ? hidden.start() : hidden.stop());
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => {
    silence.stop();
    hidden.stop();
  });
  return { signal: connection.signal, alive: silence.start, stop: () => over.abort() };
}

function limit(onReached: () => void, ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  const start = (): void => {
    stop();
    timer = setTimeout(onReached, ms);
  };
  return { start, stop };
}
