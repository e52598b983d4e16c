import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asApiError } from '../api/ApiError';
import { useT } from '../i18n/useT';
import { Failure } from './Failure';

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly part: string;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what a query found; before that, that it loads; otherwise why it did not and a retry. */
export function QueryView<Data>({ query, part, children }: Props<Data>) {
  const { t } = useT();
  if (query.isPending) {
    return (
      <p className="loading" aria-busy="true">
        {t('common.loading')}
      </p>
    );
  }
  const retry = () => void query.refetch();
  const failure = query.error && <Failure error={query.error} part={part} onRetry={retry} />;
  if (query.data === undefined) return failure;
  const stale = query.error !== null && asApiError(query.error).unavailable;
  return (
    <>
      {stale && failure}
      {children(query.data)}
    </>
  );
}
