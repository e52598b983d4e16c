/** An answer of Officina's API that is not what was asked for, in one line. */
export class OfficinaError extends Error {
  override readonly name = 'OfficinaError';

  constructor(
    readonly status: number,
    readonly code: string | undefined,
    message: string,
  ) {
    super(message);
  }
}

/** One request to Officina's API. */
export interface OfficinaRequest {
  readonly url: string;
  readonly body: unknown;
  readonly accessToken?: string;
}

/**
 * Posts JSON and returns the JSON answer.
 *
 * @throws OfficinaError with status and problem code when the answer is not 2xx.
 */
export async function post(request: OfficinaRequest): Promise<unknown> {
  const { url, body, accessToken } = request;
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.ok) return text ? JSON.parse(text) : undefined;
  const problem = parseProblem(text);
  const told = [problem.code, problem.detail].filter(Boolean).join(': ');
  const message = `POST ${url} answered ${answer.status} ${told || text.slice(0, 200)}`;
  throw new OfficinaError(answer.status, problem.code, message.trim());
}

function parseProblem(text: string): { code?: string; detail?: string } {
  try {
    const problem: unknown = JSON.parse(text);
    return typeof problem === 'object' && problem !== null ? problem : {};
  } catch {
    return {};
  }
}
