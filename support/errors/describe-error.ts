/**
 * One line for an unknown error with its chain of causes, innermost last.
 *
 * `fetch` hides the reason (`ECONNREFUSED`, `ENOTFOUND`) in `cause`; without the chain a message
 * says only "fetch failed".
 *
 * @example describeError(error) // 'fetch failed: connect ECONNREFUSED 127.0.0.1:4000'
 */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  while (current !== undefined && current !== null && parts.length < 5) {
    const text = messageOf(current);
    if (text && !parts.some((part) => part.includes(text))) parts.push(text);
    current = current instanceof Error ? current.cause : undefined;
  }
  return parts.join(': ') || 'unknown error';
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AggregateError && !error.message) return error.errors.map(messageOf).join(', ');
  return error.message || error.name;
}
