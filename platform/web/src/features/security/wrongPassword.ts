import { ApiError } from '../../api/ApiError';
import type { T } from '../../i18n/useT';

/** Turns the answer "wrong credentials" into an error at the field of the current password. */
export async function withWrongPassword(
  field: string,
  t: T,
  task: () => Promise<void>,
): Promise<void> {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof ApiError) || !WRONG.has(error.code)) throw error;
    const errors = [{ path: field, message: t('changePassword.wrong') }];
    throw new ApiError(error.status, { ...error.problem, errors }, { cause: error });
  }
}

const WRONG: ReadonlySet<string> = new Set(['wrong-credentials', 'wrong-password']);
