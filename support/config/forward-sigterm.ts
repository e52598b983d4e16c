/**
 * Passes the first SIGTERM on as one SIGINT: that is the signal on which Playwright ends its tests and
 * writes its files, and SIGTERM is what a CI or a cluster sends. A second one ends the process.
 */
export function forwardSigterm(): void {
  if (process.platform === 'win32') return;
  process.removeListener('SIGTERM', forward);
  process.once('SIGTERM', forward);
}

function forward(): void {
  process.kill(process.pid, 'SIGINT');
}
