import type { Notice } from '@officina/shared/client/notice';

import type { Step } from '../states';
import type { PrescriptionRow } from '../tables';

type Happened = Step | 'received';

const WORDS: Readonly<Record<Happened, string>> = {
  received: 'was received',
  review: 'is being reviewed',
  approve: 'was approved',
  reject: 'was rejected',
  dispense: 'was dispensed',
};
const KINDS: Readonly<Record<Happened, string>> = {
  received: 'prescription.received',
  review: 'prescription.in-review',
  approve: 'prescription.approved',
  reject: 'prescription.rejected',
  dispense: 'prescription.dispensed',
};

/** What the patient and the doctor are told, or nothing when only the actor would be. */
export function noticeOf(
  row: PrescriptionRow,
  happened: Happened,
  actorId: string | null,
): Notice | undefined {
  const concerned = new Set([row.patient_id, row.doctor_id]);
  const userIds = [...concerned].filter((id) => id !== null).filter((id) => id !== actorId);
  if (userIds.length === 0) return undefined;
  const medicines = row.lines.map(({ medicine }) => medicine).join(', ');
  return {
    accountId: row.account_id,
    userIds,
    kind: KINDS[happened],
    title: `Prescription ${row.number} ${WORDS[happened]}`,
    text: (row.rejection ?? medicines).slice(0, 1_000),
    link: `/prescriptions/${row.id}`,
  };
}
