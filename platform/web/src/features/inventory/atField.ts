import { ApiError } from '../../api/ApiError';
import type { MessageKey } from '../../i18n/messages';
import type { T } from '../../i18n/useT';

/** A refusal that is about one field, and what is said there. */
export interface FieldRefusal {
  readonly code: string;
  readonly field: string;
  readonly text: MessageKey;
}

/** Shows a refusal at its field, in the user's language. */
export async function atField<R>(work: Promise<R>, refusal: FieldRefusal, t: T): Promise<R> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== refusal.code) throw error;
    const errors = [{ path: refusal.field, message: t(refusal.text) }];
    throw new ApiError(error.status, { ...error.problem, errors }, { cause: error });
  }
}
