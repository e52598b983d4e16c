import { useId } from 'react';
import { Link } from 'react-router';
import type { Scan } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import type { ItemTask } from './ItemDialogs';

interface Props {
  readonly scan: Scan;
  readonly onTask: (task: ItemTask) => void;
}

/** The item and the lot of a scanned code, and what is mostly done with them. */
export function ScanResult({ scan, onTask }: Props) {
  const { t } = useT();
  const id = useId();
  const { item, batch, parsed } = scan;
  const goods = {
    ...(parsed.lot === null ? {} : { lot: parsed.lot }),
    ...(parsed.expiresOn === null ? {} : { expiresOn: parsed.expiresOn }),
  };
  const chosen = batch === null ? {} : { batchId: batch.id };
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>{t('inventory.scanned')}</h2>
      <p>
        <span className="row-title">{item.name}</span>
        <span className="row-detail">{[item.strength, item.form].filter(Boolean).join(' · ')}</span>
      </p>
      <LotLine scan={scan} />
      <div className="buttons">
        <button type="button" onClick={() => onTask({ kind: 'receive', item, goods })}>
          {t('inventory.receive')}
        </button>
        <button type="button" onClick={() => onTask({ kind: 'dispense', item, ...chosen })}>
          {t('inventory.dispense')}
        </button>
        <Link to={`/inventory/items/${item.id}`}>{t('inventory.open', { name: item.name })}</Link>
      </div>
    </section>
  );
}

function LotLine({ scan: { batch, parsed } }: Pick<Props, 'scan'>) {
  const { t, day } = useT();
  if (parsed.lot === null) return null;
  const parts = [t('inventory.scannedLot', { lot: parsed.lot })];
  if (parsed.expiresOn !== null) {
    parts.push(t('inventory.scannedExpiry', { day: day(parsed.expiresOn) }));
  }
  const stock = batch ? t('inventory.inBatch', { count: batch.quantity }) : t('inventory.newLot');
  return (
    <p>
      {parts.join(', ')}
      <span className="row-detail">{stock}</span>
    </p>
  );
}
