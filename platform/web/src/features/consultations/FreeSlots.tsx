import { useState } from 'react';
import type { Slot } from '../../api/consultations';
import { useT } from '../../i18n/useT';
import { DataTable, type Column } from '../../ui/DataTable';
import { Pager } from '../../ui/Pager';
import { QueryView } from '../../ui/QueryView';
import { BookDialog } from './BookDialog';
import { useDuration } from './duration';
import { Part } from './Part';
import { useSlots } from './useSlots';

/** The slots that a patient can book. */
export function FreeSlots() {
  const { t } = useT();
  const [wanted, setWanted] = useState<Slot>();
  const { query, setPage } = useSlots();
  return (
    <Part title={t('consultations.freeSlots')}>
      <QueryView query={query} part={t('part.slots')}>
        {({ items, ...paging }) => (
          <>
            {items.length === 0 ? (
              <p className="empty">{t('consultations.noFreeSlots')}</p>
            ) : (
              <FreeSlotsTable slots={items} onBook={setWanted} />
            )}
            <Pager {...paging} onPage={setPage} />
          </>
        )}
      </QueryView>
      {wanted && <BookDialog slot={wanted} onClose={() => setWanted(undefined)} />}
    </Part>
  );
}

interface TableProps {
  readonly slots: readonly Slot[];
  readonly onBook: (slot: Slot) => void;
}

function FreeSlotsTable({ slots, onBook }: TableProps) {
  const { t, dateTime } = useT();
  const duration = useDuration();
  const columns: readonly Column<Slot>[] = [
    { key: 'time', header: t('consultations.time'), cell: ({ startsAt }) => dateTime(startsAt) },
    { key: 'doctor', header: t('role.doctor'), cell: ({ doctor }) => doctor.name },
    {
      key: 'length',
      header: t('consultations.length'),
      cell: ({ minutes }) => duration(minutes * 60),
    },
    {
      key: 'actions',
      header: t('common.actions'),
      cell: (slot) => (
        <button type="button" className="small" onClick={() => onBook(slot)}>
          {t('consultations.book')}
          <span className="sr-only"> {dateTime(slot.startsAt)}</span>
        </button>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('consultations.freeSlots')}
      columns={columns}
      rows={slots}
      rowKey={({ id }) => id}
    />
  );
}
