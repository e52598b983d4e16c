import type { APIResponse } from '@playwright/test';

/**
 * The JSON of an answer that must have worked; `T` is what the contract says of it.
 *
 * @throws Error with status and body when it did not.
 */
export async function answerOf<T>(response: APIResponse): Promise<T> {
  if (response.ok()) return (await response.json()) as T;
  throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
}

/** A problem (RFC 9457) as the services give it. */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
}

/**
 * The problem that a refused request was answered with.
 *
 * @throws Error when the answer's status is not the one that the problem names.
 */
export async function problemOf(response: APIResponse): Promise<Problem> {
  const problem = (await response.json()) as Problem;
  if (problem.status === response.status()) return problem;
  throw new Error(`${response.url()} answered ${response.status()} with the problem ${JSON.stringify(problem)}`);
}
