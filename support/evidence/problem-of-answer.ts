/**
 * The service that a gateway's 502, 503 or 504 names in its body (`service`, as in RFC 9457 problem
 * details with that extension); `undefined` when it names none.
 */
export async function readProblem(body: () => Promise<string>): Promise<string | undefined> {
  try {
    const problem: unknown = JSON.parse(await body());
    const named: unknown =
      typeof problem === 'object' && problem !== null ? Reflect.get(problem, 'service') : undefined;
    return typeof named === 'string' ? named : undefined;
  } catch {
    return undefined;
  }
}
