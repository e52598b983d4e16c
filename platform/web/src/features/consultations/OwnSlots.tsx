import { useState } from 'react';
import type { Slot } from '../../api/consultations';
import { useT } from '../../i18n/useT';
import { Badge } from '../../ui/Badge';
import { DataTable, type Column } from '../../ui/DataTable';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { useDuration } from './duration';
import { OfferSlotDialog } from './OfferSlotDialog';
import { Part } from './Part';
import { TakeBackDialog } from './TakeBackDialog';
import { useSlots } from './useSlots';

type Task = { readonly kind: 'offer' } | { readonly kind: 'take-back'; readonly slot: Slot };

/** The doctor's own slots that are still to come. */
export function OwnSlots() {
  const { t } = useT();
  const [task, setTask] = useState<Task>();
  const { query, setPage } = useSlots();
  const close = () => setTask(undefined);
  const offer = (
    <button type="button" className="primary" onClick={() => setTask({ kind: 'offer' })}>
      {t('consultations.offer')}
    </button>
  );
  return (
    <Part title={t('consultations.ownSlots')} action={offer}>
      <QueryView query={query} part={t('part.slots')}>
        {({ items, ...paging }) => (
          <>
            {items.length === 0 ? (
              <p className="empty">{t('consultations.noOwnSlots')}</p>
            ) : (
              <SlotsTable slots={items} onTakeBack={(slot) => setTask({ kind: 'take-back', slot })} />
            )}
            <Pager {...paging} onPage={setPage} />
          </>
        )}
      </QueryView>
      {task?.kind === 'offer' && <OfferSlotDialog onClose={close} />}
      {task?.kind === 'take-back' && <TakeBackDialog slot={task.slot} onClose={close} />}
    </Part>
  );
}

function SlotBadge({ slot }: { readonly slot: Slot }) {
  const { t } = useT();
  if (slot.free) return <Badge tone="good">{t('consultations.free')}</Badge>;
  const over = Date.parse(slot.startsAt) <= Date.now();
  return <Badge tone="warn">{t(over ? 'consultations.begun' : 'consultations.taken')}</Badge>;
}

interface TableProps {
  readonly slots: readonly Slot[];
  readonly onTakeBack: (slot: Slot) => void;
}

function SlotsTable({ slots, onTakeBack }: TableProps) {
  const { t, dateTime } = useT();
  const duration = useDuration();
  const columns: readonly Column<Slot>[] = [
    {
      key: 'time',
      header: t('consultations.time'),
      cell: ({ startsAt }) => dateTime(startsAt),
    },
    {
      key: 'length',
      header: t('consultations.length'),
      cell: ({ minutes }) => duration(minutes * 60),
    },
    {
      key: 'consent',
      header: t('consultations.consentHolds'),
      cell: ({ consentSeconds }) => duration(consentSeconds),
    },
    {
      key: 'state',
      header: t('field.status'),
      cell: (slot) => <SlotBadge slot={slot} />,
    },
    {
      key: 'actions',
      header: t('common.actions'),
      cell: (slot) =>
        slot.free && (
          <button type="button" className="small" onClick={() => onTakeBack(slot)}>
            {t('consultations.takeBack')}
            <span className="sr-only"> {dateTime(slot.startsAt)}</span>
          </button>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('consultations.ownSlots')}
      columns={columns}
      rows={slots}
      rowKey={({ id }) => id}
    />
  );
}
