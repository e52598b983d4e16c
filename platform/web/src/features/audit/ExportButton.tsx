import { useMutation } from '@tanstack/react-query';
import { accountApi, type AuditFilter } from '../../api/account';
import { asApiError } from '../../api/ApiError';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { download } from '../../ui/download';
import { Failure } from '../../ui/Failure';
import { useNotify } from '../../ui/notify';

/** Downloads the entries that the filters let through. */
export function ExportButton({ filter }: { readonly filter: AuditFilter }) {
  const { t } = useT();
  const notify = useNotify();
  const fetching = useMutation({
    mutationFn: () => accountApi.auditCsv(filter),
    onSuccess: (csv) => {
      download(`audit-log-${new Date().toISOString().slice(0, 10)}.csv`, csv);
      notify(t('audit.exported'));
    },
  });
  const start = () => !fetching.isPending && fetching.mutate();
  return (
    <>
      <button type="button" aria-disabled={fetching.isPending} onClick={start}>
        {t('audit.export')}
      </button>
      {fetching.error && (
        <Dialog title={t('audit.export')} onClose={fetching.reset}>
          <Failure error={asApiError(fetching.error)} part={t('part.audit')} onRetry={start} />
          <div className="buttons">
            <button type="button" onClick={fetching.reset}>
              {t('common.close')}
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
