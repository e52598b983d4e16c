import type { APIResponse } from '@playwright/test';

/** How a request was answered: its status, and the code where it was refused. */
export type Verdict = number | `${number} ${string}`;

/** The JSON of an answer that must have worked; each caller names its form. */
export async function answerOf<T>(response: APIResponse): Promise<T> {
  if (response.ok()) return (await response.json()) as T;
  throw new Error(`${response.url()} answered ${response.status()}: ${await response.text()}`);
}

/** A problem (RFC 9457) as the services give it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly service: string;
  readonly errors?: readonly { readonly path: string }[];
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

/** `201`, or `409 slot-taken`. */
export async function verdictOf(response: APIResponse): Promise<Verdict> {
  if (response.ok()) return response.status();
  return `${response.status()} ${(await problemOf(response)).code}`;
}
