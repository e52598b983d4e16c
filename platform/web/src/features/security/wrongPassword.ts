import { ApiError } from '../../api/ApiError';

/** Turns the answer "wrong credentials" into an error at the field of the current password. */
export async function withWrongPassword(field: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof ApiError) || !WRONG.has(error.code)) throw error;
    const errors = [{ path: field, message: error.message }];
    const problem = { ...error.problem, code: 'wrong-current-password', errors };
    throw new ApiError(error.status, problem, { cause: error });
  }
}

const WRONG: ReadonlySet<string> = new Set(['wrong-credentials', 'wrong-password']);
