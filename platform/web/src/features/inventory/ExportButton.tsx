import { useMutation } from '@tanstack/react-query';
import { useT } from '../../i18n/useT';
import { Dialog } from '../../ui/Dialog';
import { download } from '../../ui/download';
import { Failure } from '../../ui/Failure';
import { useNotify } from '../../ui/notify';

interface Props {
  readonly label: string;
  /** The file's name without day and ending. */
  readonly name: string;
  readonly fetchFile: () => Promise<Blob>;
}

/** Downloads a report. */
export function ExportButton({ label, name, fetchFile }: Props) {
  const { t } = useT();
  const notify = useNotify();
  const fetching = useMutation({
    mutationFn: fetchFile,
    onSuccess: (file) => {
      download(`${name}-${new Date().toISOString().slice(0, 10)}.csv`, file);
      notify(t('inventory.exported'));
    },
  });
  const start = () => fetching.mutate();
  return (
    <>
      <button type="button" aria-disabled={fetching.isPending} onClick={start}>
        {label}
      </button>
      {fetching.error && (
        <Dialog title={label} onClose={fetching.reset}>
          <Failure error={fetching.error} part={t('part.inventory')} onRetry={start} />
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
