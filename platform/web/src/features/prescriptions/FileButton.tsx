import { useMutation } from '@tanstack/react-query';
import { prescriptionsApi, type Prescription } from '../../api/prescriptions';
import { useT } from '../../i18n/useT';
import { download } from '../../ui/download';
import { useNotify } from '../../ui/notify';
import { StepFailure } from './StepFailure';

interface Props {
  readonly prescription: Prescription;
  readonly kind: 'file' | 'label';
}

/** Downloads the uploaded file of a prescription, or its label. */
export function FileButton({ prescription, kind }: Props) {
  const { t, language } = useT();
  const notify = useNotify();
  const fetching = useMutation({
    mutationFn: () =>
      kind === 'file'
        ? prescriptionsApi.file(prescription)
        : prescriptionsApi.label(prescription, language),
    onSuccess: ({ name, content }) => {
      download(name, content);
      notify(t(`prescriptions.${kind}Done`));
    },
  });
  const start = () => !fetching.isPending && fetching.mutate();
  return (
    <>
      <div className="buttons">
        <button type="button" aria-disabled={fetching.isPending} onClick={start}>
          {t(`prescriptions.${kind}`)}
        </button>
      </div>
      {fetching.error && <StepFailure error={fetching.error} onRetry={start} />}
    </>
  );
}
