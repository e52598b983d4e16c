import { asApiError } from '../../api/ApiError';
import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** Why a prescription could not be changed, in the words of prescriptions where there are any. */
export function StepFailure({ error, onRetry }: Props) {
  const { t, tOr } = useT();
  const failure = asApiError(error);
  const { message: detail } = failure;
  const words = tOr(`prescriptions.problem.${failure.code}`, '', { detail });
  if (failure.unavailable || words === '') {
    return <Failure error={error} part={t('part.prescription')} onRetry={onRetry} />;
  }
  return (
    <div className="notice error" role="alert">
      <p>{words}</p>
    </div>
  );
}
