import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { asApiError } from '../../api/ApiError';
import { inventoryApi } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { Failure } from '../../ui/Failure';
import { SubmitButton } from '../../ui/SubmitButton';
import { TextField } from '../../ui/TextField';
import type { ItemTask } from './ItemDialogs';
import { gtinIn } from './numbers';
import { ScanResult } from './ScanResult';

interface Props {
  readonly onTask: (task: ItemTask) => void;
}

/** Takes a code that a scanner types, or a person, and shows what it stands for. */
export function ScanBox({ onTask }: Props) {
  const { t } = useT();
  const [code, setCode] = useState('');
  const scan = useMutation({ mutationFn: inventoryApi.scan });
  const lookUp = () => {
    if (code.trim() !== '' && !scan.isPending) scan.mutate(code.trim());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    lookUp();
  };
  const gtin = gtinIn(scan.variables ?? '');
  const unknown = scan.error !== null && asApiError(scan.error).code === 'unknown-code';
  return (
    <div className="scan">
      <form onSubmit={submit}>
        <TextField
          name="code"
          label={t('inventory.scan')}
          hint={t('inventory.scanHint')}
          value={code}
          error={undefined}
          autoComplete="off"
          spellCheck={false}
          onValue={setCode}
        />
        <SubmitButton pending={scan.isPending}>{t('inventory.lookUp')}</SubmitButton>
      </form>
      {scan.error && <Failure error={scan.error} part={t('part.inventory')} onRetry={lookUp} />}
      {unknown && gtin !== '' && (
        <button type="button" onClick={() => onTask({ kind: 'add', gtin })}>
          {t('inventory.addScanned')}
        </button>
      )}
      {scan.data && <ScanResult scan={scan.data} onTask={onTask} />}
    </div>
  );
}
