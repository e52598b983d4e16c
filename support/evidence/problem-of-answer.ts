import { field } from '../data/field';

/**
 * The service that a gateway's 502, 503 or 504 names in its body (`service`, as in RFC 9457 problem
 * details with that extension); `undefined` when it names none.
 */
export async function readProblem(body: () => Promise<string>): Promise<string | undefined> {
  try {
    const named = field(JSON.parse(await body()), 'service');
    return typeof named === 'string' ? named : undefined;
  } catch {
    return undefined;
  }
}
