import { asApiError } from '../../api/ApiError';

/** Whether a part failed because there is no such prescription: the page says that once for all. */
export function isGone(error: unknown): boolean {
  return error !== null && asApiError(error).status === 404;
}
