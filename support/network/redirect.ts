const REDIRECTS = [301, 302, 303, 307, 308];

/** Where an answer sends its reader; `undefined` for one that is no redirect. */
export function redirectOf(response: Response, from: string): string | undefined {
  const location = response.headers.get('location');
  return location && REDIRECTS.includes(response.status) ? new URL(location, from).href : undefined;
}

/** The request that a browser sends after a redirect. */
export function redirected(request: Request, status: number, to: string): Request {
  const becomesGet = (status === 303 && request.method !== 'HEAD') || (request.method === 'POST' && status < 303);
  const headers = new Headers(request.headers);
  if (!becomesGet) return new Request(to, request);
  for (const name of ['content-type', 'content-length', 'content-encoding', 'content-language']) headers.delete(name);
  return new Request(to, { method: 'GET', headers, signal: request.signal });
}
