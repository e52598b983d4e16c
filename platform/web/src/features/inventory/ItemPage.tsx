import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { inventoryApi, type Item } from '../../api/inventory';
import { useT } from '../../i18n/useT';
import { PageHeading } from '../../ui/PageHeading';
import { QueryView } from '../../ui/QueryView';
import { BatchesSection } from './BatchesSection';
import { ItemDialogs, type ItemTask } from './ItemDialogs';
import { ItemFacts } from './ItemFacts';
import { MovesSection } from './MovesSection';

/** One item with its batches and moves. */
export function ItemPage() {
  const { t } = useT();
  const { id = '' } = useParams();
  const [task, setTask] = useState<ItemTask>();
  const item = useQuery({ queryKey: ['inventory', 'item', id], queryFn: () => inventoryApi.item(id) });
  const { data } = item;
  const lead = data && { lead: [data.strength, data.form, data.gtin].filter(Boolean).join(' · ') };
  return (
    <>
      <p className="crumb">
        <Link to="/inventory">{t('inventory.back')}</Link>
      </p>
      <PageHeading title={data?.name ?? t('inventory.item')} {...lead}>
        {data && <Actions item={data} onTask={setTask} />}
      </PageHeading>
      <QueryView query={item} part={t('part.inventory')}>
        {(found) => (
          <div className="item-parts">
            <ItemFacts item={found} />
            <BatchesSection item={found} onTask={setTask} />
            <MovesSection itemId={found.id} />
          </div>
        )}
      </QueryView>
      {task && <ItemDialogs task={task} onClose={() => setTask(undefined)} />}
    </>
  );
}

interface ActionsProps {
  readonly item: Item;
  readonly onTask: (task: ItemTask) => void;
}

function Actions({ item, onTask }: ActionsProps) {
  const { t } = useT();
  return (
    <>
      <button type="button" className="primary" onClick={() => onTask({ kind: 'receive', item })}>
        {t('inventory.receive')}
      </button>
      {(['dispense', 'waste', 'adjust'] as const).map((kind) => (
        <button key={kind} type="button" onClick={() => onTask({ kind, item })}>
          {t(`inventory.${kind}`)}
        </button>
      ))}
      <button type="button" onClick={() => onTask({ kind: 'edit', item })}>
        {t('common.edit')}
      </button>
    </>
  );
}
