import type { APIResponse } from '@playwright/test';

/** The JSON of an answer that must have the given status. */
export async function answerOf<T>(answer: APIResponse, status = 200): Promise<T> {
  if (answer.status() === status) return (await answer.json()) as T; // each caller names its form
  throw new Error(
    `${answer.url()} answered ${answer.status()} instead of ${status}: ${await answer.text()}`,
  );
}
