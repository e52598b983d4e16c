import { asApiError, type ApiError } from '../api/ApiError';
import { useT, type Texts } from '../i18n/useT';

interface Props {
  readonly error: unknown;
  /** What is not available, as the subject of a sentence. */
  readonly part: string;
  readonly onRetry?: (() => void) | undefined;
}

/** An honest notice of what did not work, with a retry where retrying can help. */
export function Failure({ error, part, onRetry }: Props) {
  const { t, ...texts } = useT();
  const failure = asApiError(error);
  const service = failure.unavailable ? failure.problem.service : undefined;
  return (
    <div className={failure.unavailable ? 'notice warning' : 'notice error'} role="alert">
      <p>
        {failureText({ t, ...texts }, failure, part)}
        {service && <span className="muted"> {t('unavailable.service', { service })}</span>}
      </p>
      {onRetry && failure.unavailable && (
        <button type="button" onClick={onRetry}>
          {t('common.tryAgain')}
        </button>
      )}
    </div>
  );
}

/** The words for an error. */
export function failureText({ t, tOr }: Texts, error: ApiError, part: string): string {
  if (error.unavailable) return t('unavailable', { part });
  if (error.code === 'locked') {
    const count = Math.max(1, Math.ceil((error.retryAfterSeconds ?? 60) / 60));
    return tOr('problem.locked', error.message, { count });
  }
  return tOr(`problem.${error.code}`, error.message);
}
