/** The answer to one request; `undefined` when none came in time. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Longer answers are not read (characters). */
const MOST = 100_000;

/** Sends one request within a time limit. Never throws. */
export async function ask(url: string, init: RequestInit = {}, timeoutMs = 3_000): Promise<Answer | undefined> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    return { status: answer.status, headers: answer.headers, body: (await answer.text()).slice(0, MOST) };
  } catch {
    return undefined;
  }
}

/** Whether an answer says that all is well. */
export function isGood(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.status >= 200 && answer.status < 300;
}
