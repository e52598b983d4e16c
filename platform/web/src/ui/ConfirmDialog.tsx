import { useMutation } from '@tanstack/react-query';
import { useT } from '../i18n/useT';
import { Dialog } from './Dialog';
import { Failure } from './Failure';

interface Props {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly part: string;
  readonly danger?: boolean;
  readonly run: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is done; stays open and says why when it did not work. */
export function ConfirmDialog({ title, text, confirm, part, danger = false, run, onClose }: Props) {
  const { t } = useT();
  const action = useMutation({ mutationFn: run, onSuccess: onClose });
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      {action.error && <Failure error={action.error} part={part} />}
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className={danger ? 'danger' : 'primary'}
          aria-disabled={action.isPending}
          onClick={() => !action.isPending && action.mutate()}
        >
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
